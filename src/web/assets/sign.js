// The box to draw a signature in, and sending that survives a lost connection. Without this script one signs with the typed name.
import SignaturePad from './signature_pad.js';

/** How long an answer is waited for, milliseconds. */
const PATIENCE = 20_000;

/** The points of a pad as a drawing: lines of whole numbers in the box's own units, thinned out until they fit. */
function drawingOf(pad, canvas) {
  const { width, height, longest } = canvas.dataset;
  const scale = Number(width) / canvas.clientWidth;
  const within = (value, most) => Math.min(most, Math.max(0, Math.round(value * scale)));
  const strokes = pad
    .toData()
    .map(({ points }) =>
      points
        .map(({ x, y }) => `${within(x, Number(width))} ${within(y, Number(height))}`)
        .filter((point, index, all) => point !== all[index - 1]),
    );
  for (let every = 1; ; every++) {
    const drawing = strokes
      .map((points) => points.filter((_, index) => index % every === 0 || index === points.length - 1))
      .map((points) => `M${(points.length > 1 ? points : [points[0], points[0]]).join('L')}`)
      .join('');
    if (drawing.length <= Number(longest)) return drawing;
  }
}

/** A drawing as a pad takes it. */
function pointsOf(drawing, canvas) {
  const scale = canvas.clientWidth / Number(canvas.dataset.width);
  return drawing
    .split('M')
    .slice(1)
    .map((stroke) => ({
      ...{ penColor: '#10243d', minWidth: 0.8, maxWidth: 2.4, dotSize: 0 },
      ...{ velocityFilterWeight: 0.7, compositeOperation: 'source-over' },
      points: stroke.split('L').map((point, index) => {
        const [x, y] = point.split(' ').map((value) => Number(value) * scale);
        return { x, y, pressure: 0.5, time: index * 10 };
      }),
    }));
}

/** Makes the form on the page work: shows the box, keeps what is drawn in the form, and sends it. */
function begin(form) {
  const drawn = form.querySelector('[data-drawing]');
  const canvas = form.querySelector('canvas');
  const kept = form.elements.namedItem('drawing');
  const box = form.querySelector('[data-pad]');
  form.querySelector('[data-without-script]').hidden = true;
  // What is wrong is said by the page, in its own language.
  form.noValidate = true;
  drawn.hidden = false;
  drawn.disabled = false;
  const pad = new SignaturePad(canvas, { penColor: '#10243d', minWidth: 0.8, maxWidth: 2.4 });

  /** As many dots as the screen has; a canvas forgets what is on it when it gets another size. */
  function resize() {
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    canvas.getContext('2d').scale(ratio, ratio);
    pad.clear();
    if (kept.value) pad.fromData(pointsOf(kept.value, canvas));
  }
  let width = 0;
  const watched = new ResizeObserver(() => {
    if (canvas.clientWidth === width || canvas.clientWidth === 0) return;
    width = canvas.clientWidth;
    resize();
  });
  watched.observe(canvas);

  const how = () => form.elements.namedItem('how').value;
  const choose = () => {
    box.hidden = how() !== 'drawn';
    if (how() === 'typed') corrected('drawing');
  };
  form.addEventListener('change', choose);
  choose();
  pad.addEventListener('endStroke', () => {
    kept.value = drawingOf(pad, canvas);
    corrected('drawing');
  });
  form.querySelector('[data-clear]').addEventListener('click', () => {
    kept.value = '';
    pad.clear();
  });
  form.addEventListener('input', ({ target }) => {
    if (target.type === 'checkbox' ? target.checked : target.value.trim() !== '') corrected(target.id);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

/** Takes back what is said to be wrong with a field, here and above the form. */
function corrected(name) {
  const field = document.getElementById(name);
  document.getElementById(`${name}-wrong`)?.remove();
  field?.removeAttribute('aria-invalid');
  document.querySelector(`.problems a[href="#${name}"]`)?.closest('li').remove();
  const problems = document.querySelector('.problems');
  if (problems && !problems.querySelector('li')) problems.remove();
}

/** What is said above the button; nothing hides it. */
function say(form, text) {
  const alert = form.querySelector('[data-alert]');
  alert.textContent = text;
  alert.hidden = text === '';
}

/** Sends the form. What arrived once is not taken twice, so that it may be sent again whenever no answer came. */
async function send(form) {
  const button = form.querySelector('button[type="submit"]');
  const { textContent } = button;
  button.disabled = true;
  button.textContent = form.dataset.sending;
  say(form, '');
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), PATIENCE);
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action, { method: 'POST', body, signal: over.signal, credentials: 'omit' });
    const text = await response.text();
    if (response.redirected) return location.replace(response.url);
    const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    // Not a page of ours: something in between answered.
    if (!main?.querySelector('h1')) throw new Error('no answer');
    if (response.status === 429 || response.status === 503)
      return say(form, main.textContent.trim().replace(/\s+/g, ' '));
    document.querySelector('main').replaceWith(document.adoptNode(main));
    start();
    const [first] = ['.problems', '.note', 'h1'].map((one) => document.querySelector(one)).filter(Boolean);
    first.setAttribute('tabindex', '-1');
    first.focus();
    first.scrollIntoView();
  } catch {
    say(form, form.dataset.lost);
  } finally {
    clearTimeout(timer);
    button.disabled = false;
    button.textContent = textContent;
  }
}

function start() {
  const form = document.querySelector('form[data-sign]');
  if (form) begin(form);
}

start();
