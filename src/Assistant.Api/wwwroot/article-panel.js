// The article beside the answer, scrolled to the highlighted quote.

import { get } from "./api.js";
import { $, announce, copy, el, icon } from "./dom.js";
import { day, webAddress } from "./format.js";
import { absolute, quoteHash } from "./router.js";

const narrow = matchMedia("(max-width: 63.99rem)");

let shown = null;
let opener = null;
let request = 0;

export function startPanel() {
  $("panel-close").append(icon("close"));
  $("panel-previous").append(icon("previous"));
  $("panel-next").append(icon("next"));
  label("panel-close", "Close the article");
  label("panel-previous", "Previous quote");
  label("panel-next", "Next quote");
  $("panel-close").addEventListener("click", closePanel);
  $("panel-previous").addEventListener("click", () => step(-1));
  $("panel-next").addEventListener("click", () => step(1));
  $("panel-link").addEventListener("click", (event) => copy(absolute(quoteHash(shown.place)), event.currentTarget));
  narrow.addEventListener("change", coverRest);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !$("panel").hidden && !document.querySelector("dialog[open]")) closePanel();
  });
}

/** On a narrow screen the article covers the rest: then nothing behind it can be reached. */
function coverRest() {
  const isCovered = !$("panel").hidden && narrow.matches;
  for (const element of document.querySelectorAll(".skip, .bar, main")) element.inert = isCovered;
}

function label(id, text) {
  $(id).title = text;
  $(id).setAttribute("aria-label", text);
}

/**
 * Opens an article.
 * @param place { articleId, revision?, start, end, title?, kind? }; kind "passage" marks what was only retrieved.
 * @param among all places of the same answer, to step through; may be empty.
 */
export async function openArticle(place, among = [], from = document.activeElement) {
  const turn = ++request;
  if ($("panel").hidden) opener = from;
  shown = { place, among };
  $("panel").hidden = false;
  document.body.classList.add("with-panel");
  coverRest();
  showPlace(place.title);
  $("panel-title").textContent = place.title ?? "Article";
  $("panel-meta").replaceChildren();
  note(null);
  $("panel-text").replaceChildren(el("p", { className: "hint" }, "Opening the article…"));
  markOpener(place);
  try {
    const revision = place.revision ? `?revision=${encodeURIComponent(place.revision)}` : "";
    const article = await get(`/v1/articles/${encodeURIComponent(place.articleId)}${revision}`);
    if (turn === request) showArticle(article, place);
  } catch (error) {
    if (turn !== request) return;
    $("panel-text").replaceChildren();
    note(messageOf(error));
    $("panel-title").focus({ preventScroll: true });
  }
}

export function closePanel() {
  request++;
  $("panel").hidden = true;
  document.body.classList.remove("with-panel");
  coverRest();
  for (const button of document.querySelectorAll("[data-open]")) delete button.dataset.open;
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
  if (location.hash.startsWith("#/articles/")) history.replaceState(null, "", "#/articles");
}

function messageOf(error) {
  if (error.status === 410) return "This article was erased. Its words cannot be shown any more.";
  if (error.status === 404) return "This article is not in the index, or not in the version that was cited.";
  return error.message;
}

function note(text) {
  $("panel-note").textContent = text ?? "";
  $("panel-note").hidden = !text;
}

function showArticle(article, place) {
  showPlace(article.title);
  $("panel-title").textContent = article.title;
  const url = webAddress(article.url);
  const facts = [article.source, article.author, day(article.publishedAt)].filter(Boolean).join(" · ");
  $("panel-meta").replaceChildren(
    facts,
    ...(url ? [" · ", el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, "Original")] : []),
  );
  const isRange = place.end > place.start && place.end <= article.text.length;
  if (place.end > 0 && !isRange) note("The quote is not in this version of the article.");
  else if (place.quote !== undefined && article.text.slice(place.start, place.end) !== place.quote)
    note("The article changed since it was quoted.");
  const mark = isRange ? showMarked(article.text, place) : showPlain(article.text);
  $("panel-title").focus({ preventScroll: true });
  if (mark) {
    scrollTo(mark);
    announce(place.kind === "passage" ? "Article opened at the passage" : "Article opened at the quote");
  } else {
    $("panel-body").scrollTop = 0;
  }
}

function showPlain(text) {
  $("panel-text").replaceChildren(text);
  return null;
}

function showMarked(text, place) {
  const mark = el("mark", { id: "quote", className: place.kind === "passage" ? "passage" : "" }, text.slice(place.start, place.end));
  $("panel-text").replaceChildren(text.slice(0, place.start), mark, text.slice(place.end));
  return mark;
}

function scrollTo(mark) {
  const body = $("panel-body");
  const top = mark.getBoundingClientRect().top - body.getBoundingClientRect().top + body.scrollTop;
  body.scrollTop = Math.max(0, top - body.clientHeight / 3);
}

function showPlace(title) {
  const { place, among } = shown;
  const index = among.indexOf(place);
  const isMany = among.length > 1 && index >= 0;
  const word = place.kind === "passage" ? "Passage" : "Quote";
  const name = isMany ? `${word} ${index + 1} of ${among.length}` : place.end > 0 ? word : "Article";
  $("panel-place").textContent = [name, title].filter(Boolean).join(" · ");
  $("panel-previous").hidden = $("panel-next").hidden = !isMany;
  $("panel-previous").disabled = index <= 0;
  $("panel-next").disabled = index >= among.length - 1;
}

function step(by) {
  const next = shown.among[shown.among.indexOf(shown.place) + by];
  if (next) openArticle(next, shown.among);
}

function markOpener(place) {
  for (const button of document.querySelectorAll("[data-place]"))
    if (button.dataset.place === keyOf(place)) button.dataset.open = "";
    else delete button.dataset.open;
}

/** Names a place, so that what opened it can be marked as open. */
export const keyOf = (place) => `${place.articleId}:${place.start}-${place.end}`;
