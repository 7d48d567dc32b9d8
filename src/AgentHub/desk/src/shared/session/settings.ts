import { Store } from './store';

/** Settings of this workplace. The only thing the page keeps in the browser: never drafts, never personal data. */
export interface Settings {
  autoAnswer: boolean;
  /** 0…1 */
  ringVolume: number;
  /** Device ids; '' is the system's default. */
  ringDevice: string;
  voiceDevice: string;
  microphone: string;
  notify: boolean;
}

const key = 'hotline.settings';
const defaults: Settings = {
  autoAnswer: false,
  ringVolume: 0.6,
  ringDevice: '',
  voiceDevice: '',
  microphone: '',
  notify: true,
};

export class SettingsStore {
  readonly store = new Store<Settings>(read());

  change(change: Partial<Settings>): void {
    const next = { ...this.store.get(), ...change };
    this.store.set(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that stores nothing keeps the setting until the page is closed.
    }
  }
}

function read(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...defaults, ...stored } : defaults;
  } catch {
    return defaults;
  }
}
