// Keeps the contents list open beside the text and marks the section being read.
const WIDE = "(min-width: 75em)";

function unfold(nav) {
  const fold = nav.querySelector("details");
  const wide = matchMedia(WIDE);
  const set = () => {
    fold.open = wide.matches;
    fold.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
  };
  wide.addEventListener("change", set);
  set();
}

export function toc(nav) {
  unfold(nav);
  const links = new Map();
  for (const a of nav.querySelectorAll("a[href^='#']")) {
    const section = document.getElementById(decodeURIComponent(a.hash.slice(1)));
    if (section) links.set(section, a);
  }

  let current = null;
  const mark = (section) => {
    const link = links.get(section);
    if (!link || link === current) return;
    current?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    current = link;
    // keep the marked line in view without moving the page
    if (nav.scrollHeight > nav.clientHeight) nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
  };

  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) mark(entry.target);
    },
    { rootMargin: "-20% 0px -75% 0px" },
  );
  for (const section of links.keys()) seen.observe(section);
}
