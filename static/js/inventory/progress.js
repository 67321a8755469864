// Follows an export that is being made, and shows the finished page when it is there.

const making = document.querySelector(".making");
const share = document.querySelector("#share");
const now = document.querySelector("#now");
const lost = document.querySelector("#lost");
const EVERY = 700;

async function look() {
  try {
    const answer = await fetch(making.dataset.progress, { headers: { Accept: "application/json" } });
    if (!answer.ok) return location.reload();
    const told = await answer.json();
    lost.hidden = true;
    share.value = Math.round(told.share * 100);
    if (now.textContent !== told.text) now.textContent = told.text;
    if (!["waiting", "working"].includes(told.state)) return location.reload();
  } catch {
    lost.hidden = false;
  }
  setTimeout(look, EVERY);
}

look();
