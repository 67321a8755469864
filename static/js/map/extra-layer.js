// A map from elsewhere that lies over the drawing when somebody switches it on. Until then nobody there is asked anything.

/** A control with the switch. `url` has {z}, {x} and {y}; options are {name, attribution}. */
export function extraLayer(url, { name, attribution }) {
  const credit = document.createElement("span");
  credit.textContent = attribution;
  const tiles = L.tileLayer(url, {
    maxZoom: 20, maxNativeZoom: 19, zIndex: 2, referrerPolicy: "strict-origin-when-cross-origin" });
  const control = new L.Control({ position: "topright" });
  control.onAdd = (map) => {
    const said = Object.assign(document.createElement("p"), { className: "extra-map__by", hidden: true });
    said.append(credit);
    const box = Object.assign(document.createElement("input"), { type: "checkbox", id: "extra-map" });
    box.addEventListener("change", () => {
      if (box.checked) map.addLayer(tiles);
      else map.removeLayer(tiles);
      said.hidden = !box.checked;
    });
    const label = Object.assign(document.createElement("label"), { className: "extra-map__switch" });
    label.append(box, document.createTextNode(name));
    const whole = Object.assign(document.createElement("div"), { className: "extra-map" });
    whole.append(label, said);
    L.DomEvent.disableClickPropagation(whole);
    return whole;
  };
  return control;
}
