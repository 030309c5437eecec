// Shows the notice until it has been answered once, and remembers the answer in this browser.
const KEY = "consent";

export function consent(notice) {
  if (!notice) return;
  let answered = null;
  try {
    answered = localStorage.getItem(KEY);
  } catch {
    answered = null; // storage refused: the notice is shown, and goes for this page only
  }
  if (answered) return;

  notice.classList.add("consent--asks");
  notice.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      localStorage.setItem(KEY, "understood");
    } catch {
      // nothing to remember it in
    }
    notice.remove();
    document.querySelector("main").focus({ preventScroll: true });
  });
}
