// The buttons on the map: closer, farther, the whole neighbourhood, where I am.

import { say } from "./settings.js";
import { toast } from "./toasts.js";

/** Makes the [data-tool] buttons in `stage` work for the map; `home` are the neighbourhood's bounds, `goHome` shows them. */
export function tools(map, stage, home, goHome) {
  const act = {
    closer: () => map.zoomIn(),
    farther: () => map.zoomOut(),
    whole: () => goHome(),
    here: (button) => whereIAm(map, button, home),
  };
  for (const button of stage.querySelectorAll("[data-tool]")) {
    button.addEventListener("click", () => act[button.dataset.tool](button));
  }
  const limits = () => {
    stage.querySelector('[data-tool="closer"]').disabled = map.getZoom() >= map.getMaxZoom();
    stage.querySelector('[data-tool="farther"]').disabled = map.getZoom() <= map.getMinZoom();
  };
  map.on("zoomend", limits);
  limits();
}

let spot = null;

function whereIAm(map, button, home) {
  button.setAttribute("aria-busy", "true");
  const done = () => button.removeAttribute("aria-busy");
  if (!navigator.geolocation) {
    done();
    toast(say("hereDenied"));
    return;
  }
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    done();
    const at = [coords.latitude, coords.longitude];
    if (!home.pad(1).contains(at)) {
      toast(say("hereOutside"));
      return;
    }
    spot?.remove();
    spot = L.circle(at, { radius: Math.min(coords.accuracy, 400), className: "map-me", interactive: false }).addTo(map);
    map.setView(at, Math.max(map.getZoom(), 17));
  }, () => {
    done();
    toast(say("hereDenied"));
  }, { enableHighAccuracy: true, timeout: 12_000, maximumAge: 30_000 });
}
