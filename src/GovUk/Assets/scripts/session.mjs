// Warns before the session ends. The end is a moment, not a count of ticks, so a laptop that slept knows where it stands;
// it is shared between tabs, because the server's session is too.
const shared = "trellis.session.end";
const warnFor = 2 * 60 * 1000;

export function watchSession(element, drafts) {
  const { minutes, keepAlive, signOut, expired } = element.dataset;
  const dialog = element.querySelector("dialog");
  const remaining = dialog.querySelector("[data-remaining]");
  const length = Number(minutes) * 60 * 1000;

  startAgain();
  const ticks = setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  dialog.addEventListener("cancel", stay);
  dialog.querySelector("[data-stay]").addEventListener("click", stay);
  document.addEventListener("click", (event) => event.target.closest?.("a")?.getAttribute("href") === signOut && drafts?.forget());
  document.addEventListener("submit", (event) => event.target.getAttribute("action") === signOut && drafts?.forget());

  function look() {
    const left = end() - Date.now();
    if (left <= 0) return leave();
    if (left > warnFor) return dialog.open && dialog.close();
    say(left);
    if (!dialog.open) dialog.showModal();
  }

  // Whole minutes, then steps of ten seconds: a screen reader is not told every second.
  function say(left) {
    const seconds = Math.ceil(left / 1000);
    const text = seconds > 60 ? "2 minutes" : seconds > 50 ? "1 minute" : `${Math.ceil(seconds / 10) * 10} seconds`;
    if (remaining.textContent !== text) remaining.textContent = text;
  }

  async function stay(event) {
    event.preventDefault();
    try {
      const answer = await fetch(keepAlive, { credentials: "same-origin", cache: "no-store", redirect: "error" });
      if (!answer.ok) return leave();
      startAgain();
      dialog.close();
    } catch {
      // No connection just now: the dialog stays, and the button can be pressed again.
    }
  }

  function leave() {
    clearInterval(ticks);
    document.removeEventListener("visibilitychange", look);
    drafts?.lose();
    location.assign(expired);
  }

  function startAgain() {
    remember(Date.now() + length);
  }

  function remember(moment) {
    try {
      localStorage.setItem(shared, String(moment));
    } catch {
      element.dataset.end = String(moment);
    }
  }

  function end() {
    return Number(element.dataset.end ?? localStorage.getItem(shared));
  }
}
