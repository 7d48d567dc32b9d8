/** Sounds of the desk, made by the page itself: two soft tones every 3 s, a tick, a low tone, a beep. */

export type RingPattern = 'normal' | 'expert';

interface Tone {
  frequency: number;
  at: number;
  length: number;
  loudness: number;
}

const ringTones: Record<RingPattern, readonly Tone[]> = {
  normal: [
    { frequency: 660, at: 0, length: 0.35, loudness: 0.5 },
    { frequency: 550, at: 0.42, length: 0.45, loudness: 0.5 },
  ],
  expert: [
    { frequency: 550, at: 0, length: 0.25, loudness: 0.5 },
    { frequency: 660, at: 0.3, length: 0.25, loudness: 0.5 },
    { frequency: 825, at: 0.6, length: 0.4, loudness: 0.5 },
  ],
};

const ringPeriod = 3000;

export class Ringer {
  private context: AudioContext | null = null;
  private timer: number | undefined;
  private outputId = '';
  volume = 0.6;

  /** A page may make sound only after a gesture: called on sign-in and on the first click after a reload. */
  unlock(): void {
    this.context ??= new AudioContext();
    if (this.context.state === 'suspended') void this.context.resume().catch(() => undefined);
    this.applyOutput();
  }

  setOutput(deviceId: string): void {
    this.outputId = deviceId;
    this.applyOutput();
  }

  ring(pattern: RingPattern): void {
    if (this.timer !== undefined) return;
    this.play(ringTones[pattern]);
    this.timer = window.setInterval(() => this.play(ringTones[pattern]), ringPeriod);
  }

  silence(): void {
    window.clearInterval(this.timer);
    this.timer = undefined;
  }

  /** The caller hung up. Quiet: others may still talk. */
  tick(): void {
    this.play([{ frequency: 1200, at: 0, length: 0.05, loudness: 0.2 }]);
  }

  /** The connection broke off. */
  lowTone(): void {
    this.play([{ frequency: 196, at: 0, length: 0.6, loudness: 0.35 }]);
  }

  /** Before an answer that nobody pressed. */
  beep(): void {
    this.play([{ frequency: 880, at: 0, length: 0.2, loudness: 0.4 }]);
  }

  test(): void {
    this.unlock();
    this.play(ringTones.normal);
  }

  private play(tones: readonly Tone[]): void {
    this.unlock();
    const context = this.context;
    if (!context || context.state === 'closed') return;
    for (const tone of tones) {
      const start = context.currentTime + 0.02 + tone.at;
      const gain = context.createGain();
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(tone.loudness * this.volume, start + 0.02);
      gain.gain.setValueAtTime(tone.loudness * this.volume, start + tone.length - 0.05);
      gain.gain.linearRampToValueAtTime(0, start + tone.length);
      const oscillator = context.createOscillator();
      oscillator.frequency.value = tone.frequency;
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(start);
      oscillator.stop(start + tone.length + 0.02);
    }
  }

  private applyOutput(): void {
    const context = this.context as (AudioContext & { setSinkId?: (id: string) => Promise<void> }) | null;
    // Firefox and older engines have no choice of device here; the ring then comes from the default one.
    void context?.setSinkId?.(this.outputId).catch(() => undefined);
  }
}
