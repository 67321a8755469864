/** What is wrong, at the field it is about and together at the top, as the server says it. */

import { word } from "./words.js";

/** Shows problems [{code, field, sentence}] in place of those shown before, and goes to the first. */
export function showProblems(form, problems) {
  clearProblems(form);
  if (!problems.length) return;
  const box = document.getElementById("problems-template").content.firstElementChild.cloneNode(true);
  box.querySelector("h2").textContent = problems.length === 1 ? word("oneThing") : word("moreThings", { count: problems.length });
  for (const problem of problems) {
    const target = problem.field && document.getElementById(problem.field);
    box.querySelector("ul").append(line(problem, target));
    if (target) mark(target, problem);
  }
  document.getElementById("problems-place").append(box);
  box.scrollIntoView({ block: "center" });
  box.focus({ preventScroll: true });
}

/** Takes all problems away. */
export function clearProblems(form) {
  document.getElementById("problems-place").replaceChildren();
  for (const error of form.querySelectorAll(".field__error")) error.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) forget(field);
}

function line(problem, target) {
  const item = document.createElement("li");
  if (!target) {
    item.textContent = problem.sentence;
    return item;
  }
  const link = document.createElement("a");
  link.href = `#${problem.field}`;
  link.textContent = problem.sentence;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    target.closest("details.fold")?.setAttribute("open", "");
    target.scrollIntoView({ block: "center" });
    (target.matches("input, textarea, select") ? target : target.querySelector("input:not([type=hidden]), select, textarea, button"))?.focus();
  });
  item.append(link);
  return item;
}

function mark(target, problem) {
  target.closest("details.fold")?.setAttribute("open", "");
  const error = document.getElementById("error-template").content.firstElementChild.cloneNode(true);
  error.id = `${problem.field}-error`;
  error.querySelector("span").textContent = problem.sentence;
  const field = target.closest(".field") ?? target;
  if (target.matches("input, textarea, select")) field.append(error);
  else (target.querySelector(":scope > legend, :scope > .field__hint, :scope > .field__label") ?? target.firstElementChild).after(error);
  target.setAttribute("aria-invalid", "true");
  target.setAttribute("aria-describedby", `${target.getAttribute("aria-describedby") ?? ""} ${error.id}`.trim());
  // What is being mended need not be told again.
  target.addEventListener("input", () => { error.remove(); forget(target); }, { once: true });
}

function forget(target) {
  target.removeAttribute("aria-invalid");
  const described = (target.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((id) => id && !id.endsWith("-error"));
  if (described.length) target.setAttribute("aria-describedby", described.join(" "));
  else target.removeAttribute("aria-describedby");
}
