// Entry point. Everything here improves a page that already works without it.
import { ago } from "./ago.js";
import { consent } from "./consent.js";
import { countrySheet } from "./country.js";
import { embeds } from "./embed.js";
import { market } from "./market.js";
import { prices } from "./prices.js";
import { progress } from "./progress.js";
import { sizes } from "./sizes.js";
import { toc } from "./toc.js";

consent(document.querySelector("[data-consent]"));
market(document, prices);
countrySheet(document.querySelectorAll("[data-country-sheet]"));
embeds(document.querySelectorAll("[data-embed]"));
sizes(document);
ago(document);
document.addEventListener("shops", ({ target }) => {
  sizes(target);
  ago(target);
});

const contents = document.querySelector("[data-toc]");
if (contents) {
  toc(contents);
  progress(document.querySelector(".article"));
}
