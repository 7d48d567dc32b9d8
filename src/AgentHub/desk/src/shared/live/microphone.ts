import type { Microphone } from '../core/phone';
import { common } from '../texts';

/** Asks for the microphone once and lets it go at once: what counts is that the browser allows it. */
export async function askMicrophone(deviceId: string | null): Promise<Microphone> {
  if (!navigator.mediaDevices?.getUserMedia) return 'absent';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: deviceId ? { deviceId: { ideal: deviceId } } : true,
    });
    for (const track of stream.getTracks()) track.stop();
    return 'granted';
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError' ? 'absent' : 'refused';
  }
}

export interface LevelMeter {
  stop(): void;
}

/** 0…1, about ten times a second: enough for a bar, little enough for an old PC. */
export async function meterMicrophone(deviceId: string | null, onLevel: (level: number) => void): Promise<LevelMeter> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: deviceId ? { deviceId: { ideal: deviceId } } : true,
  });
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = window.setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    // -60 dB … -10 dB is what speech into a headset does.
    onLevel(Math.min(1, Math.max(0, (20 * Math.log10(Math.sqrt(power) + 1e-6) + 60) / 50)));
  }, 100);
  return {
    stop: () => {
      window.clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

export interface Device {
  id: string;
  label: string;
}

/** Names are known only after the microphone was allowed. */
export async function listDevices(kind: 'audioinput' | 'audiooutput'): Promise<Device[]> {
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
  return (devices ?? [])
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map((device, index) => ({ id: device.deviceId, label: device.label || common.device(index + 1) }));
}
