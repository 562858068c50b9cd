// The conversation: asks questions and shows what comes of them.

import { showAnswer, showSentence, statusLine } from "./answer-view.js";
import { ApiError, ask, get } from "./api.js";
import { closePanel } from "./article-panel.js";
import { $, announce, el, icon } from "./dom.js";
import { chosenFilters, describeFilters } from "./filters.js";
import { plural } from "./format.js";
import { answerHash } from "./router.js";

const maximumTurns = 50;
const slowMilliseconds = 4000;

let history = [];
let running = null;

export function startThread() {
  const box = $("question");
  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text && !running) submit(text);
  });
  box.addEventListener("input", fit);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    $("composer").requestSubmit();
  });
  $("new-question").addEventListener("click", () => {
    clear();
    window.history.replaceState(null, "", "#/");
    box.focus();
  });
  update();
}

/** Forgets the conversation. */
export function clear() {
  running?.abort();
  history = [];
  $("thread").replaceChildren();
  closePanel();
  update();
}

/** Shows a kept answer, as the beginning of a conversation. */
export async function openAnswer(id) {
  if (document.getElementById(`answer-${id}`)) return;
  clear();
  const turn = addTurn("…");
  try {
    const answer = await get(`/v1/answers/${encodeURIComponent(id)}`);
    if (!turn.isConnected) return; // Another conversation was begun meanwhile.
    turn.querySelector(".question").textContent = answer.question;
    complete(turn, answer);
  } catch (error) {
    turn.querySelector(".question").textContent = "A kept answer";
    showProblem(turn, error, () => {
      turn.remove();
      openAnswer(id);
    });
  }
}

function submit(text) {
  $("question").value = "";
  fit();
  const turn = addTurn(text, describeFilters());
  run(turn, text, chosenFilters());
}

function addTurn(text, filters) {
  const turn = el("article", { className: "turn", "data-status": "pending" },
    el("h2", { className: "question" }, text),
    filters && el("p", { className: "turn-filters hint" }, filters),
    el("div", { className: "reply" }));
  $("thread").append(turn);
  update();
  turn.scrollIntoView({ block: "start" });
  return turn;
}

async function run(turn, text, filters) {
  running = new AbortController();
  const waiting = new Waiting(turn, running);
  const citations = [];
  update();
  try {
    const request = { question: text, history: history.slice(-maximumTurns), ...(filters && { filters }) };
    const answer = await ask(request, (name, data) => {
      if (name === "retrieved") waiting.retrieved(data);
      if (name === "sentence") showSentence(turn, data, citations);
    }, running.signal);
    history.push({ role: "user", content: text }, { role: "assistant", content: answer.text });
    complete(turn, answer);
    window.history.replaceState(null, "", answerHash(answer.id));
    announce(`${turn.querySelector(".status strong").textContent}. ${answer.text}`);
  } catch (error) {
    if (error.name === "AbortError") showStopped(turn, text, filters);
    else showProblem(turn, error, () => run(turn, text, filters));
  } finally {
    waiting.end();
    running = null;
    update();
  }
}

function complete(turn, answer) {
  turn.id = `answer-${answer.id}`;
  if (history.length === 0)
    history.push({ role: "user", content: answer.question }, { role: "assistant", content: answer.text });
  showAnswer(turn, answer);
}

/** What is shown until the answer comes: what happens, for how long, and a way to stop. */
class Waiting {
  constructor(turn, controller) {
    this.text = el("span", {}, "Searching the articles…");
    this.began = performance.now();
    turn.dataset.status = "pending";
    turn.querySelector(".reply").replaceChildren(el("div", { className: "waiting" },
      el("span", { className: "pulse", "aria-hidden": "true" }),
      this.text,
      el("button", { className: "quiet", type: "button", onclick: () => controller.abort() }, "Stop")));
    this.element = turn.querySelector(".waiting");
    this.timer = setInterval(() => this.tick(), 1000);
  }

  retrieved(passages) {
    const articles = new Set(passages.map((passage) => passage.articleId)).size;
    this.reading = `Reading ${plural(passages.length, "passage", "passages")} of ${plural(articles, "article", "articles")}…`;
    this.text.textContent = this.reading;
  }

  tick() {
    const waited = performance.now() - this.began;
    if (waited < slowMilliseconds) return;
    const what = this.reading ?? (waited > 3 * slowMilliseconds ? "The server is busy; the question waits for its turn…" : "Still searching…");
    this.text.textContent = `${what} ${Math.round(waited / 1000)} s`;
  }

  end() {
    clearInterval(this.timer);
    this.element.remove();
  }
}

function showStopped(turn, text, filters) {
  turn.dataset.status = "stopped";
  turn.querySelector(".reply").replaceChildren(
    el("p", { className: "status" }, icon("stop"), el("strong", {}, "Stopped")),
    retryButton("Ask again", () => run(turn, text, filters)));
}

const retryButton = (label, action) =>
  el("div", { className: "actions" }, el("button", { className: "secondary", type: "button", onclick: action }, label));

function showProblem(turn, error, again) {
  const problem = error instanceof ApiError ? error : new ApiError(0, { title: "Something went wrong", detail: String(error) });
  turn.dataset.status = problem.status === 429 ? "busy" : "error";
  const line = statusLine("error");
  line.replaceChildren(icon(problem.status === 429 ? "clock" : "warn"), el("strong", {}, problem.title));
  const parts = [
    line,
    el("p", { className: "short" }, problem.message),
    problem.retryAfter && el("p", { className: "hint" }, `Try again in ${plural(problem.retryAfter, "second", "seconds")}.`),
    problem.status !== 404 && retryButton("Try again", again),
  ];
  turn.querySelector(".reply").replaceChildren(...parts.filter(Boolean));
  announce(`${problem.title}. ${problem.message}`);
}

function fit() {
  const box = $("question");
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
}

function update() {
  const isEmpty = $("thread").childElementCount === 0;
  $("welcome").hidden = !isEmpty;
  $("new-question").hidden = isEmpty;
  $("ask-view").classList.toggle("empty", isEmpty);
  $("question").placeholder = isEmpty ? "What do you want to know?" : "Ask a follow-up…";
  $("ask").disabled = running !== null;
}
