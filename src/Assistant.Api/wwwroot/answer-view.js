// How an answer looks: its status, its sentences with their citations, the passages that were read.

import { keyOf, openArticle } from "./article-panel.js";
import { copy, el, icon } from "./dom.js";
import { oneLine, origin, plural, seconds } from "./format.js";
import { toMarkdown } from "./markdown.js";
import { absolute, answerHash, quoteHash } from "./router.js";

const maximumGistWords = 6;

const statuses = {
  answered: ["check", "Answered"],
  partial: ["half", "Partly answered"],
  conflicting: ["clash", "The articles disagree"],
  no_evidence: ["none", "Not in the articles"],
};

/** The line that tells the status at a glance. */
export function statusLine(status, ...facts) {
  const [name, label] = statuses[status] ?? ["info", oneLine(status.replaceAll("_", " "))];
  return el("p", { className: "status" }, icon(name), el("strong", {}, label), ...facts.filter(Boolean).map((fact) => el("span", {}, fact)));
}

const placeOf = (citation) => ({ ...citation, kind: "quote" });
const placeOfPassage = (passage) => ({ ...passage, kind: "passage" });

function citeButton(number, places) {
  const place = places.find((candidate) => candidate.number === number);
  if (!place) return null;
  return el("button", {
    className: "cite",
    type: "button",
    "data-place": keyOf(place),
    "aria-label": `Citation ${number}: ${oneLine(place.title)}, ${origin(place)}`,
    onclick: (event) => openArticle(place, places, event.currentTarget),
  }, String(number));
}

function sentenceView(sentence, places) {
  const doubtful = sentence.verdict === "partly" || sentence.verdict === "unsupported";
  return el("p", { className: `sentence ${sentence.verdict}` },
    oneLine(sentence.text),
    sentence.citations.map((number) => citeButton(number, places)),
    doubtful && el("span", { className: "verdict" }, sentence.reason ?? (sentence.verdict === "partly" ? "only partly supported" : "not supported")));
}

/** A button that opens a place, with its title, its origin and what more is said of it. */
function placeView(place, places, ...more) {
  return el("li", {},
    el("button", {
      className: "source",
      type: "button",
      "data-place": keyOf(place),
      onclick: (event) => openArticle(place, places, event.currentTarget),
    },
    place.number && el("span", { className: "number" }, String(place.number)),
    el("span", { className: "source-text" },
      el("span", { className: "source-title" }, oneLine(place.title)),
      el("span", { className: "hint" }, origin(place)),
      ...more)));
}

function sourceView(place, places, sentences) {
  const isTold = sentences.some((sentence) => oneLine(sentence.text) === oneLine(place.quote));
  return placeView(place, places, !isTold && el("q", {}, oneLine(place.quote)));
}

const passageView = (place, places) => placeView(place, places, el("span", { className: "excerpt" }, oneLine(place.text)));

function passageList(passages, count) {
  const places = passages.slice(0, count).map(placeOfPassage);
  return el("ul", { className: "sources passages" }, places.map((place) => passageView(place, places)));
}

const actions = (answer) => el("div", { className: "actions" },
  el("button", {
    className: "quiet",
    type: "button",
    onclick: (event) => copy(toMarkdown(answer, (citation) => absolute(quoteHash(citation))), event.currentTarget),
  }, "Copy as Markdown"),
  el("button", {
    className: "quiet",
    type: "button",
    onclick: (event) => copy(absolute(answerHash(answer.id)), event.currentTarget),
  }, "Copy link"));

/** Only said when the question was understood otherwise than it was typed. */
export function understoodAs(answer) {
  if (oneLine(answer.standaloneQuestion).toLowerCase() === oneLine(answer.question).toLowerCase()) return null;
  return el("p", { className: "understood" }, "Understood as: ", el("span", {}, oneLine(answer.standaloneQuestion)));
}

const degraded = (answer) => answer.degraded && el("p", { className: "note" }, icon("info"), answer.degraded);

/** Whether the short answer is a name, a number or the like, much shorter than the sentence it comes from. */
const tellsApart = ({ shortAnswer, sentences }) =>
  shortAnswer && sentences.length > 0 && oneLine(shortAnswer).length <= oneLine(sentences[0].text).length / 2
  && oneLine(shortAnswer).split(" ").length <= maximumGistWords;

function showsEvidence(answer) {
  const places = answer.citations.map(placeOf);
  const short = tellsApart(answer) && oneLine(answer.shortAnswer);
  const others = answer.retrieved.length;
  return [
    statusLine(answer.status, `${Math.round(answer.confidence * 100)} % sure`, seconds(answer.timings.totalMilliseconds)),
    understoodAs(answer),
    short && el("p", { className: "short gist" }, short),
    el("div", { className: "sentences" }, answer.sentences.map((sentence) => sentenceView(sentence, places))),
    degraded(answer),
    el("h3", {}, places.length === 1 ? "Source" : "Sources"),
    el("ol", { className: "sources" }, places.map((place) => sourceView(place, places, answer.sentences))),
    others > 0 && el("details", {},
      el("summary", {}, `All ${plural(others, "passage", "passages")} that were read`),
      passageList(answer.retrieved, others)),
    actions(answer),
  ];
}

function showsNone(answer) {
  const isEmpty = answer.retrieved.length === 0;
  return [
    statusLine(answer.status, seconds(answer.timings.totalMilliseconds)),
    understoodAs(answer),
    el("p", { className: "short" }, oneLine(answer.text)),
    degraded(answer),
    isEmpty
      ? el("p", { className: "hint" }, "No passage may be searched. Add articles, or widen the filters.")
      : [
        el("h3", {}, "Nearest passages"),
        el("p", { className: "hint" }, "They are near the question, but none of them answers it."),
        passageList(answer.retrieved, 5),
      ],
    actions(answer),
  ];
}

/** Fills a turn with its answer. */
export function showAnswer(turn, answer) {
  turn.dataset.status = answer.status;
  turn.querySelector(".reply").replaceChildren(
    ...(answer.citations.length > 0 ? showsEvidence(answer) : showsNone(answer)).flat().filter(Boolean));
}

/** Adds a sentence to a turn that is still being answered. */
export function showSentence(turn, { sentence, newCitations }, citations) {
  citations.push(...newCitations);
  let list = turn.querySelector(".sentences");
  if (!list) {
    list = el("div", { className: "sentences" });
    turn.querySelector(".reply").append(list);
  }
  list.append(sentenceView(sentence, citations.map(placeOf)));
}
