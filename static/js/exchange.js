// Puts one box in the place of another without moving what stands around it. Below the part of the page that is seen,
// nothing can be seen to move. In it, or above it, the new box keeps the height of the old, and scrolls if it needs
// more, until the reader uses it or it is out of sight below.
const USED = ["pointerdown", "keydown", "focusin"];

function hold(box, height) {
  box.classList.add("is-held");
  box.style.setProperty("--held", `${height}px`);
  const watch = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting && entry.boundingClientRect.top > 0) release();
  });
  const release = () => {
    watch.disconnect();
    for (const name of USED) box.removeEventListener(name, release);
    box.classList.remove("is-held");
    box.style.removeProperty("--held");
  };
  for (const name of USED) box.addEventListener(name, release);
  watch.observe(box);
}

export function exchange(old, box) {
  const { top, height } = old.getBoundingClientRect();
  if (top < innerHeight) hold(box, height);
  old.replaceWith(box);
  box.dispatchEvent(new CustomEvent("shops", { bubbles: true }));
}
