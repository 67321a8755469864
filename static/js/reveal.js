/** Knows how to show a passphrase while somebody types it: buttons with data-reveal="<id of the field>". */

for (const button of document.querySelectorAll("[data-reveal]")) {
  const field = document.getElementById(button.dataset.reveal);
  const words = { show: button.textContent, hide: button.dataset.hide };
  button.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
    button.textContent = shown ? words.show : words.hide;
    field.focus();
  });
  // A passphrase never travels or stays as readable text: browsers remember what stood in text boxes.
  field.form?.addEventListener("submit", () => { field.type = "password"; });
}
