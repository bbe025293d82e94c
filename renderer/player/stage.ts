import type { Peaks } from '../../shared/audio/peaks.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import type { Playback } from '../ports.ts';
import { ports, useSession } from '../session.ts';
import { translateTo } from '../ui/use-translate.ts';
import { formatTenths } from './clock.ts';
import { createPlayback } from './create-playback.ts';
import type { EdgeMove } from './edge-drag.ts';
import { drawMinimap } from './minimap.ts';
import type { NoteOverlay } from './note-overlay.ts';
import { drawRuler } from './ruler.ts';
import { showNotes } from './show-notes.ts';
import { afterPause } from './skip-pauses.ts';
import { TurnOverlay } from './turn-overlay.ts';
import { sameSpans, type TurnSpan, type TurnSpans, turnSpans } from './turn-spans.ts';
import { type View, Waveform } from './waveform.ts';

export interface StageElements {
  readonly video: HTMLVideoElement;
  readonly waveform: HTMLDivElement;
  readonly ruler: HTMLCanvasElement;
  readonly minimap: HTMLDivElement;
  readonly minimapCanvas: HTMLCanvasElement;
  readonly minimapView: HTMLDivElement;
  readonly minimapPlayhead: HTMLDivElement;
  readonly clock: HTMLSpanElement;
}

export interface StageOptions {
  readonly durationMs: number;
  readonly turns: readonly Turn[];
  readonly onFailure: (error: unknown) => void;
  readonly popOutVideo: () => void;
}

/** The moving parts of the player: what plays, what is drawn, and their ties to the session and the editor. */
export class Stage {
  readonly playback: Playback;
  readonly #elements: StageElements;
  readonly #durationMs: number;
  readonly #waveform: Waveform;
  readonly #overlay: TurnOverlay;
  readonly #notes: NoteOverlay;
  readonly #undo: (() => void)[] = [];
  #turns: readonly Turn[];
  #spans: TurnSpans;
  #peaks: Peaks | null = null;
  #minimapFrame = 0;
  #shownTime = '';
  #follows = true;

  constructor(elements: StageElements, options: StageOptions) {
    this.#elements = elements;
    this.#durationMs = Math.max(1, options.durationMs);
    this.#turns = options.turns;
    this.#spans = turnSpans(options.turns, this.#durationMs);
    const { settings } = useSession.getState();

    const playback = createPlayback({
      media: elements.video,
      durationMs: options.durationMs,
      stepBackMs: () => useSession.getState().settings.stepBackOnPauseMs,
      leapFrom: (ms) => {
        const { speech, settings: now } = useSession.getState();
        return speech && now.skipPauses ? afterPause(speech, ms) : null;
      },
      zoomBy: (factor) => this.#zoomBy(factor),
      popOutVideo: options.popOutVideo,
      onState: (state) => {
        if (state.playing) this.#follow(true);
        useSession.setState(state);
      },
      onFailure: options.onFailure,
    });
    playback.setVolume(settings.volume);
    playback.setRate(useSession.getState().rate);
    this.playback = playback;
    this.#waveform = new Waveform(elements.waveform, elements.video, options.durationMs);
    this.#overlay = this.#createOverlay();
    this.#overlay.setTurns(this.#spans);
    const { overlay: notes, stop: stopNotes } = showNotes(this.#waveform, this.#durationMs);
    this.#notes = notes;

    this.#undo.push(
      () => this.#waveform.destroy(),
      () => playback.dispose(),
      stopNotes,
      playback.subscribe((ms) => this.#showPosition(ms)),
      this.#waveform.onView((view) => this.#showView(view)),
      useSession.subscribe((now, before) => {
        if (now.currentTurnId !== before.currentTurnId) this.#overlay.setCurrent(now.currentTurnId);
        if (now.speakers !== before.speakers || now.language !== before.language) this.#showTurns();
        if (now.settings.theme !== before.settings.theme) this.#drawMinimapSoon();
      }),
      this.#watchSize(),
      this.#listenToPointer(),
      this.#connectEditor(),
    );
    this.#showPosition(0);
    ports.playback = playback;
  }

  /** Draws the sound, or as much of it as is known. */
  showPeaks(peaks: Peaks): void {
    this.#peaks = peaks;
    this.#waveform.show(peaks);
    this.#drawMinimapSoon();
  }

  dispose(): void {
    if (ports.playback === this.playback) ports.playback = null;
    useSession.setState({ playing: false });
    cancelAnimationFrame(this.#minimapFrame);
    for (const undo of this.#undo.reverse()) undo();
  }

  #createOverlay(): TurnOverlay {
    const speakerOf = ({ speakerId }: TurnSpan) => resolveSpeaker(useSession.getState().speakers, speakerId);
    const language = () => useSession.getState().language;
    const nameOf = (span: TurnSpan) => speakerName(speakerOf(span), language());
    const labelOf = (span: TurnSpan) => nameOf(span) || translateTo(language())('player.noSpeaker');
    return new TurnOverlay({
      waveform: this.#waveform,
      durationMs: this.#durationMs,
      nameOf,
      coloursOf: (span) => {
        const colour = speakerOf(span)?.colour ?? 'none';
        return { solid: `var(--speaker-${colour})`, tint: `var(--speaker-${colour}-tint)` };
      },
      edgeLabel: (span, edge, before) => {
        const t = translateTo(language());
        const name = labelOf(span);
        if (before) return t('player.edgeBetween', { before: labelOf(before), name });
        return t(edge === 'start' ? 'player.edgeStart' : 'player.edgeEnd', { name });
      },
      timeText: formatTenths,
      onMove: moveEdge,
      onSeek: (ms) => this.playback.seek(ms),
    });
  }

  #showPosition(ms: number): void {
    const { clock, minimap, minimapPlayhead } = this.#elements;
    const share = ms / this.#durationMs;
    if (!this.playback.isPlaying()) {
      this.#follow(true);
      this.#waveform.showPosition(ms);
    } else if (!this.#follows) {
      const { fromMs, toMs } = this.#waveform.view();
      if (ms >= fromMs && ms <= toMs) this.#follow(true);
    }
    minimapPlayhead.style.left = `${share * 100}%`;
    const time = formatTenths(ms);
    if (time === this.#shownTime) return;
    this.#shownTime = time;
    clock.textContent = time;
    minimap.setAttribute('aria-valuenow', String(Math.round(ms / 1000)));
    minimap.setAttribute('aria-valuetext', time);
  }

  /** Whether the view keeps the playhead in sight; not while the person looks elsewhere. */
  #follow(follows: boolean): void {
    this.#follows = follows;
    this.#waveform.follow(follows);
  }

  #showView(view: View): void {
    const { minimapView, ruler } = this.#elements;
    this.#overlay.render(view);
    this.#notes.render(view);
    drawRuler(ruler, view);
    const left = Math.min(100, (view.fromMs / this.#durationMs) * 100);
    minimapView.style.left = `${left}%`;
    minimapView.style.width = `${Math.min(100 - left, ((view.toMs - view.fromMs) / this.#durationMs) * 100)}%`;
  }

  #showTurns(): void {
    this.#spans = turnSpans(this.#turns, this.#durationMs);
    this.#overlay.setTurns(this.#spans);
    this.#drawMinimapSoon();
  }

  #drawMinimapSoon(): void {
    cancelAnimationFrame(this.#minimapFrame);
    this.#minimapFrame = requestAnimationFrame(() => {
      const style = getComputedStyle(document.documentElement);
      const { speakers } = useSession.getState();
      const colours = new Map<number | 'none', string>();
      const colourOf = ({ speakerId }: TurnSpan) => {
        const name = resolveSpeaker(speakers, speakerId)?.colour ?? 'none';
        const known = colours.get(name) ?? style.getPropertyValue(`--speaker-${name}`);
        colours.set(name, known);
        return known;
      };
      drawMinimap(this.#elements.minimapCanvas, {
        peaks: this.#peaks,
        spans: this.#spans.spans,
        durationMs: this.#durationMs,
        colourOf,
      });
    });
  }

  #watchSize(): () => void {
    const observer = new ResizeObserver(() => {
      this.#showView(this.#waveform.view());
      this.#drawMinimapSoon();
    });
    observer.observe(this.#elements.waveform);
    observer.observe(this.#elements.minimap);
    return () => observer.disconnect();
  }

  #listenToPointer(): () => void {
    const { waveform: box } = this.#elements;
    const stopper = new AbortController();
    const { signal } = stopper;
    this.#waveform.wrapper.addEventListener(
      'click',
      (event) => {
        // Shift draws a span to annotate.
        if (!event.shiftKey) this.playback.seek(this.#waveform.timeAt(event.clientX));
      },
      { signal },
    );
    this.#waveform.wrapper.addEventListener(
      'dblclick',
      (event) => {
        const turn = this.#overlay.turnAt(this.#waveform.timeAt(event.clientX));
        if (turn) ports.editor?.goToTurn(turn.id);
      },
      { signal },
    );
    box.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        if (event.ctrlKey) {
          this.#waveform.zoomBy(Math.exp(-event.deltaY / 400), this.#waveform.timeAt(event.clientX));
        } else {
          this.#follow(false);
          this.#waveform.scrollBy(event.deltaX || event.deltaY);
        }
      },
      { signal, passive: false },
    );
    return () => stopper.abort();
  }

  #zoomBy(factor: number): void {
    const { fromMs, toMs } = this.#waveform.view();
    const at = this.playback.positionMs();
    this.#waveform.zoomBy(factor, at >= fromMs && at <= toMs ? at : (fromMs + toMs) / 2);
  }

  /** Listens to the editor, which may register itself after the player. */
  #connectEditor(): () => void {
    let frame = 0;
    let stop = () => {};
    const take = (turns: readonly Turn[]) => {
      if (sameSpans(this.#turns, turns)) return;
      this.#turns = turns;
      this.#showTurns();
    };
    const connect = () => {
      const { editor } = ports;
      if (!editor) {
        frame = requestAnimationFrame(connect);
        return;
      }
      take(editor.turns());
      stop = editor.subscribe(take);
    };
    connect();
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }
}

function moveEdge({ span, edge, ms, alone }: EdgeMove): void {
  const { editor } = ports;
  if (!alone) editor?.moveEdge(span.id, edge, ms);
  else if (edge === 'start') editor?.setTimes(span.id, ms, span.open ? null : span.endMs);
  else editor?.setTimes(span.id, span.startMs, ms);
}
