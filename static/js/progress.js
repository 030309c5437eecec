// A line across the top of the window: how far through the article you are.
export function progress(article) {
  if (!article) return;
  const bar = document.createElement("div");
  bar.className = "progress";
  bar.setAttribute("aria-hidden", "true");
  document.body.append(bar);

  let waiting = false;
  const draw = () => {
    waiting = false;
    const { top, height } = article.getBoundingClientRect();
    const read = Math.min(1, Math.max(0, -top / Math.max(1, height - innerHeight)));
    bar.style.setProperty("--read", read.toFixed(4));
  };
  const ask = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask);
  draw();
}
