// Adds "3 hours ago" below the moment a price was seen. The moment itself is in the page, and the line is kept free.
const STEPS = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];

export function ago(root) {
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  for (const time of root.querySelectorAll("time[data-ago]")) {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
    const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? STEPS.at(-1);
    time.nextElementSibling.textContent = words.format(Math.round(seconds / length), unit);
    time.removeAttribute("data-ago");
  }
}
