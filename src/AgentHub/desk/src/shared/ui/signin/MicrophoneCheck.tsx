import { Alert, Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type Device, type LevelMeter, listDevices, meterMicrophone } from '../../live/microphone';
import type { SettingsStore } from '../../session/settings';
import { useStore } from '../../session/store';
import { signInTexts } from './texts';

type Step = 'asking' | 'hearing' | 'refused' | 'absent';

/** A page that cannot hear cannot answer: the microphone is tried before the first call, not during it. */
export function MicrophoneCheck({ settings, onDone }: { settings: SettingsStore; onDone(): void }) {
  const { microphone } = useStore(settings.store);
  const [step, setStep] = useState<Step>('asking');
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  const [devices, setDevices] = useState<Device[]>([]);
  const [tries, setTries] = useState(0);
  const meter = useRef<LevelMeter | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is what asks again.
  useEffect(() => {
    let gone = false;
    setStep('asking');
    meterMicrophone(microphone || null, (now) => {
      setLevel(now);
      if (now > 0.35) setHeard(true);
    }).then(
      async (started) => {
        if (gone) return started.stop();
        meter.current = started;
        setStep('hearing');
        setDevices(await listDevices('audioinput'));
      },
      (error: unknown) => {
        if (!gone) setStep(error instanceof DOMException && error.name === 'NotFoundError' ? 'absent' : 'refused');
      },
    );
    return () => {
      gone = true;
      meter.current?.stop();
      meter.current = null;
    };
  }, [microphone, tries]);

  return (
    <main className="sign-in-page">
      <section className="sign-in-card" aria-labelledby="microphone-title">
        <h1 id="microphone-title">{signInTexts.checkMicrophone}</h1>
        {step === 'asking' ? (
          <p className="second" style={{ marginTop: 12 }}>
            {signInTexts.browserAsks}
          </p>
        ) : null}
        {step === 'hearing' ? (
          <>
            <p className="second" style={{ marginTop: 12 }}>
              {signInTexts.speakNow}
            </p>
            <div
              className="meter"
              role="meter"
              aria-label={signInTexts.level}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(level * 10) * 10}
            >
              <i style={{ width: `${level * 100}%` }} />
            </div>
            <p role="status" className={heard ? 'check good' : 'check'}>
              {heard ? signInTexts.heard : signInTexts.notHeard}
            </p>
            <Select
              style={{ width: '100%', margin: '8px 0 16px' }}
              aria-label={signInTexts.chooseMicrophone}
              value={microphone || devices[0]?.id || ''}
              onChange={(id: string) => settings.change({ microphone: id })}
              options={devices.map((device) => ({ value: device.id, label: device.label }))}
            />
            <Button type="primary" size="large" block onClick={onDone} data-testid="microphone-done">
              {signInTexts.enter}
            </Button>
          </>
        ) : null}
        {step === 'refused' || step === 'absent' ? (
          <>
            <Alert
              style={{ margin: '16px 0' }}
              type="warning"
              showIcon
              title={step === 'absent' ? signInTexts.noMicrophone : signInTexts.microphoneNotAllowed}
              description={step === 'absent' ? signInTexts.plugIn : signInTexts.allowIt}
            />
            <Button type="primary" size="large" block onClick={() => setTries(tries + 1)}>
              {signInTexts.checkAgain}
            </Button>
          </>
        ) : null}
        {step === 'hearing' ? null : (
          <>
            <Button block style={{ marginTop: 12 }} onClick={onDone} data-testid="skip-microphone">
              {signInTexts.skipCheck}
            </Button>
            <p className="small second" style={{ marginTop: 8 }}>
              {signInTexts.skipEffect}
            </p>
          </>
        )}
      </section>
    </main>
  );
}
