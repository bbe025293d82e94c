import type { Peaks } from '../../shared/audio/peaks.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import { snapToSpeech } from '../../shared/speech/snap.ts';
import type { SpeechSpan } from '../../shared/speech/speech-spans.ts';
import { beginAnnotation } from '../actions/annotations.ts';
import { selectSpan } from '../actions/playing.ts';
import { proposedNext } from '../actions/proposals.ts';
import { changeSettings } from '../actions/settings.ts';
import type { Playback } from '../ports.ts';
import { ports, type SessionState, useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { formatClock } from './clock.ts';
import { createPlayback } from './create-playback.ts';
import { drawSpans } from './draw-span.ts';
import type { DragParts } from './edge-drag.ts';
import { followEditor } from './follow-editor.ts';
import { exactFrameRate } from './frames.ts';
import { answerMediaKeys } from './media-keys.ts';
import { drawMinimap } from './minimap.ts';
import type { NoteOverlay } from './note-overlay.ts';
import { spansOfSpeaker, toNextSpan } from './only-speaker.ts';
import { drawRuler } from './ruler.ts';
import { showNotes } from './show-notes.ts';
import { afterPause } from './skip-pauses.ts';
import { shapeSound } from './sound-chain.ts';
import { SpanOverlay, spanLabel } from './span-overlay.ts';
import { stepBackMs } from './step-back.ts';
import { TimeLayer } from './time-layer.ts';
import { type EdgeMove, TurnOverlay } from './turn-overlay.ts';
import { sameSpans, type TurnSpan, type TurnSpans, turnSpans } from './turn-spans.ts';
import { listenToPointer } from './wave-pointer.ts';
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
  /** Of the picture; null where there is none. */
  readonly frameRate: number | null;
  readonly turns: readonly Turn[];
  readonly onFailure: (error: unknown) => void;
  readonly popOutVideo: () => void;
}

const HIGHEST_WAVE = 10;
/** So soon after a start, going back means the turn before. */
const WITHIN_START_MS = 1000;

/** The moving parts of the player: what plays, what is drawn, and their ties to the session and the editor. */
export class Stage {
  readonly playback: Playback;
  readonly #elements: StageElements;
  readonly #durationMs: number;
  readonly #frameRate: number | null;
  readonly #waveform: Waveform;
  readonly #overlay: TurnOverlay;
  readonly #notes: NoteOverlay;
  readonly #selection: SpanOverlay;
  readonly #proposal: TimeLayer;
  readonly #undo: (() => void)[] = [];
  #turns: readonly Turn[];
  #spans: TurnSpans;
  #peaks: Peaks | null = null;
  #minimapFrame = 0;
  #shownTime = '';
  #follows = true;
  #volume = 1;
  /** When the speaker speaks whose turns alone are played. */
  #onlySpans: readonly SpeechSpan[] | null = null;

  constructor(elements: StageElements, options: StageOptions) {
    this.#elements = elements;
    this.#durationMs = Math.max(1, options.durationMs);
    this.#frameRate = options.frameRate;
    this.#turns = options.turns;
    this.#spans = turnSpans(options.turns, this.#durationMs);
    const { settings } = useSession.getState();

    const playback = createPlayback({
      media: elements.video,
      durationMs: options.durationMs,
      frameRate: exactFrameRate(options.frameRate),
      stepBackMs: (pausedForMs) => {
        const { stepBackOnPauseMs, stepBackMore } = useSession.getState().settings;
        return stepBackMs(stepBackOnPauseMs, stepBackMore, pausedForMs);
      },
      leapFrom: (ms) => this.#leapFrom(ms),
      setVolume: (volume) => {
        this.#volume = volume;
        this.#shapeSound();
      },
      zoomBy: (factor) => this.#zoomBy(factor),
      zoomHeightBy: (factor) => {
        const { waveHeight } = useSession.getState().settings;
        const wanted = Math.max(1, Math.min(HIGHEST_WAVE, waveHeight * factor));
        void changeSettings({ waveHeight: wanted }).catch(tellFailure);
      },
      popOutVideo: options.popOutVideo,
      onState: (state) => {
        if (state.playing) this.#follow(true);
        useSession.setState(state);
      },
      onFailure: options.onFailure,
    });
    playback.setVolume(useSession.getState().muted ? 0 : settings.volume);
    playback.setRate(useSession.getState().rate);
    this.playback = playback;
    this.#waveform = new Waveform(elements.waveform, elements.video, {
      durationMs: options.durationMs,
      height: settings.waveHeight,
      timeText: this.#timeText,
    });
    const drag: DragParts = {
      waveform: this.#waveform,
      timeText: this.#timeText,
      snap: (ms, to, reachMs) => {
        const { speech, settings: now } = useSession.getState();
        return speech && now.snapToSpeech ? snapToSpeech(speech, ms, to, reachMs) : null;
      },
      onSeek: (ms) => this.playback.seek(ms),
    };
    this.#overlay = this.#createOverlay(drag);
    this.#overlay.setTurns(this.#spans);
    const { overlay: notes, stop: stopNotes } = showNotes(this.#waveform, this.#durationMs);
    this.#notes = notes;
    this.#proposal = new TimeLayer(this.#waveform, this.#durationMs, 'proposal');
    this.#selection = new SpanOverlay({
      ...drag,
      durationMs: this.#durationMs,
      edgeLabel: (edge) =>
        translateTo(useSession.getState().language)(edge === 'start' ? 'player.spanStart' : 'player.spanEnd'),
      label: (span, looped) => spanLabel(span, looped, useSession.getState().language),
      onChange: selectSpan,
    });

    this.#undo.push(
      () => this.#waveform.destroy(),
      () => playback.dispose(),
      stopNotes,
      playback.subscribe((ms) => this.#showPosition(ms)),
      this.#waveform.onView((view) => this.#showView(view)),
      useSession.subscribe((now, before) => this.#showSession(now, before)),
      this.#watchSize(),
      listenToPointer(this.#waveform, elements.waveform, {
        seek: (ms) => this.#seekTo(ms),
        openTurnAt: (ms) => {
          const turn = this.#overlay.turnAt(ms);
          if (turn) ports.editor?.goToTurn(turn.id);
        },
        lookElsewhere: () => this.#follow(false),
      }),
      drawSpans(
        new TimeLayer(this.#waveform, this.#durationMs, 'span-drawn'),
        (startMs, endMs, withShift) => {
          if (withShift) void beginAnnotation({ startMs, endMs }).catch(tellFailure);
          else selectSpan({ startMs, endMs });
        },
      ),
      followEditor((turns) => {
        if (sameSpans(this.#turns, turns)) return;
        this.#turns = turns;
        this.#showTurns();
      }),
      answerMediaKeys(playback, {
        title: useSession.getState().opened?.recording.title ?? '',
        goToTurn: (direction) => this.#goToTurn(direction),
      }),
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

  /** What of the recording is in view. */
  view(): View {
    return this.#waveform.view();
  }

  /** Calls back when what is in view may have changed, and once now. Returns the unsubscriber. */
  onView(listener: (view: View) => void): () => void {
    return this.#waveform.onView(listener);
  }

  dispose(): void {
    if (ports.playback === this.playback) ports.playback = null;
    useSession.setState({ playing: false, shuttle: 0, loop: null, span: null, onlySpeaker: null });
    cancelAnimationFrame(this.#minimapFrame);
    for (const undo of this.#undo.reverse()) undo();
  }

  /** Returns where playing goes on from a place, when pauses or other speakers are left out. */
  #leapFrom(ms: number): number | 'stop' | null {
    const toSpeaker = this.#onlySpans && toNextSpan(this.#onlySpans, ms);
    if (toSpeaker !== null) return toSpeaker;
    const { speech, settings } = useSession.getState();
    return speech && settings.skipPauses ? afterPause(speech, ms) : null;
  }

  #shapeSound(): void {
    const levels = useSession.getState().settings.levelSpeech;
    shapeSound(this.#elements.video, { volume: this.#volume, levels });
  }

  /** Goes to where the turn before or after the playhead starts. */
  #goToTurn(direction: -1 | 1): void {
    const ms = this.playback.positionMs();
    const starts = this.#spans.spans.map(({ startMs }) => startMs);
    const next =
      direction > 0
        ? starts.find((start) => start > ms)
        : starts.filter((start) => start < ms - WITHIN_START_MS).at(-1);
    if (next !== undefined) this.playback.seek(next);
  }

  /** Shows where the next turn would be that can be accepted. */
  #showProposal(): void {
    const { element } = this.#proposal;
    const next = proposedNext();
    element.hidden = next === null;
    if (next) this.#proposal.place(element, next.startMs, next.endMs);
  }

  /** Goes where the person clicks; a click beside what is selected lets go of it. */
  #seekTo(ms: number): void {
    const { span } = useSession.getState();
    if (span && (ms < span.startMs || ms >= span.endMs)) selectSpan(null);
    this.playback.seek(ms);
  }

  readonly #timeText = (ms: number) =>
    formatClock(ms, useSession.getState().settings.timeDisplay, this.#frameRate);

  #showSession(now: SessionState, before: SessionState): void {
    const changed = (key: keyof SessionState) => now[key] !== before[key];
    const set = (key: keyof SessionState['settings']) => now.settings[key] !== before.settings[key];
    if (changed('currentTurnId')) this.#overlay.setCurrent(now.currentTurnId);
    if (changed('currentTurnId') || changed('speech')) this.#showProposal();
    if (changed('speakers') || changed('language') || changed('onlySpeaker')) this.#showTurns();
    if (changed('span') || changed('loop') || changed('language')) this.#selection.show(now.span, now.loop);
    if (changed('muted') || set('volume')) this.playback.setVolume(now.muted ? 0 : now.settings.volume);
    if (set('levelSpeech')) this.#shapeSound();
    if (set('waveHeight')) this.#waveform.setHeight(now.settings.waveHeight);
    if (set('theme')) this.#drawMinimapSoon();
    if (set('timeDisplay')) {
      this.#showPosition(this.playback.positionMs());
      this.#showTurns();
    }
  }

  #createOverlay(drag: DragParts): TurnOverlay {
    const speakerOf = ({ speakerId }: TurnSpan) => resolveSpeaker(useSession.getState().speakers, speakerId);
    const language = () => useSession.getState().language;
    const nameOf = (span: TurnSpan) => speakerName(speakerOf(span), language());
    const labelOf = (span: TurnSpan) => nameOf(span) || translateTo(language())('player.noSpeaker');
    return new TurnOverlay({
      ...drag,
      durationMs: this.#durationMs,
      nameOf,
      isPassedOver: (span) => {
        const { onlySpeaker } = useSession.getState();
        return onlySpeaker !== null && speakerOf(span)?.id !== onlySpeaker;
      },
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
      onMove: moveEdge,
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
    const time = this.#timeText(ms);
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
    const { speakers, onlySpeaker } = useSession.getState();
    this.#onlySpans =
      onlySpeaker &&
      spansOfSpeaker(this.#spans.spans, onlySpeaker, (id) => resolveSpeaker(speakers, id)?.id ?? null);
    this.#overlay.setTurns(this.#spans);
    this.#showProposal();
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
      this.#waveform.fit();
      this.#showView(this.#waveform.view());
      this.#drawMinimapSoon();
    });
    observer.observe(this.#elements.waveform);
    observer.observe(this.#elements.minimap);
    return () => observer.disconnect();
  }

  #zoomBy(factor: number): void {
    const { fromMs, toMs } = this.#waveform.view();
    const at = this.playback.positionMs();
    this.#waveform.zoomBy(factor, at >= fromMs && at <= toMs ? at : (fromMs + toMs) / 2);
  }
}

function moveEdge({ span, edge, ms, alone }: EdgeMove): void {
  const { editor } = ports;
  if (!alone) editor?.moveEdge(span.id, edge, ms);
  else if (edge === 'start') editor?.setTimes(span.id, ms, span.open ? null : span.endMs);
  else editor?.setTimes(span.id, span.startMs, ms);
}
