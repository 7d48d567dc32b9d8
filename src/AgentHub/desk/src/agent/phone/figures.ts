import type { Softphone } from './softphone';

/** Figures of the present call's sound. Read-only: nothing here can change a call. */
export interface CallFigures {
  packetsSent: number;
  packetsReceived: number;
  packetsLost: number;
  bytesReceived: number;
  audioLevel: number;
}

export async function readFigures(connection: RTCPeerConnection | null): Promise<CallFigures> {
  const figures: CallFigures = { packetsSent: 0, packetsReceived: 0, packetsLost: 0, bytesReceived: 0, audioLevel: 0 };
  if (!connection || connection.connectionState === 'closed') return figures;
  const report = await connection.getStats();
  report.forEach((entry: Record<string, unknown>) => {
    const number = (name: string) => (typeof entry[name] === 'number' ? (entry[name] as number) : 0);
    if (entry.type === 'outbound-rtp' && entry.kind === 'audio') figures.packetsSent += number('packetsSent');
    if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
      figures.packetsReceived += number('packetsReceived');
      figures.packetsLost += number('packetsLost');
      figures.bytesReceived += number('bytesReceived');
      figures.audioLevel = Math.max(figures.audioLevel, number('audioLevel'));
    }
  });
  return figures;
}

/** Loss in percent between two readings; null when nothing came in between. */
export function lossBetween(before: CallFigures, after: CallFigures): number | null {
  const received = after.packetsReceived - before.packetsReceived;
  const lost = Math.max(0, after.packetsLost - before.packetsLost);
  return received + lost < 50 ? null : Math.round((lost / (received + lost)) * 100);
}

declare global {
  interface Window {
    /**
     * For tests and for support: what the present call's sound does. Documented in README.md of the desk.
     * `stats()` reads the browser's own counters; `rtcState()` is the state of the connection, "none" without one.
     */
    __hotline?: { stats(): Promise<CallFigures>; rtcState(): string };
  }
}

export function exposeFigures(phone: Softphone): void {
  window.__hotline = Object.freeze({
    stats: () => readFigures(phone.connection),
    rtcState: () => phone.connection?.connectionState ?? 'none',
  });
}
