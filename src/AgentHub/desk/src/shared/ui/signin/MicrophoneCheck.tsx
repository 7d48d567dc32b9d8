import { Alert, Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type Device, type LevelMeter, listDevices, meterMicrophone } from '../../live/microphone';
import type { SettingsStore } from '../../session/settings';
import { useStore } from '../../session/store';

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
        <h1 id="microphone-title">检查麦克风</h1>
        {step === 'asking' ? (
          <p className="second" style={{ marginTop: 12 }}>
            浏览器正在询问是否使用麦克风，请点“允许”。询问框在地址栏的左下方。
          </p>
        ) : null}
        {step === 'hearing' ? (
          <>
            <p className="second" style={{ marginTop: 12 }}>
              请对着耳麦说“您好，12345”，看到绿条跳动即可。
            </p>
            <div
              className="meter"
              role="meter"
              aria-label="麦克风音量"
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(level * 10) * 10}
            >
              <i style={{ width: `${level * 100}%` }} />
            </div>
            <p role="status" className={heard ? 'check good' : 'check'}>
              {heard ? '听到了，麦克风正常' : '还没有听到声音'}
            </p>
            <Select
              style={{ width: '100%', margin: '8px 0 16px' }}
              aria-label="选择麦克风"
              value={microphone || devices[0]?.id || ''}
              onChange={(id: string) => settings.change({ microphone: id })}
              options={devices.map((device) => ({ value: device.id, label: device.label }))}
            />
            <Button type="primary" size="large" block onClick={onDone} data-testid="microphone-done">
              进入话务台
            </Button>
          </>
        ) : null}
        {step === 'refused' || step === 'absent' ? (
          <>
            <Alert
              style={{ margin: '16px 0' }}
              type="warning"
              showIcon
              title={step === 'absent' ? '没有找到麦克风' : '浏览器未允许麦克风'}
              description={
                step === 'absent'
                  ? '请插好耳麦，再点“重新检查”。'
                  : '请点地址栏左侧的图标，在“麦克风”处选“允许”，再点“重新检查”。'
              }
            />
            <Button type="primary" size="large" block onClick={() => setTries(tries + 1)}>
              重新检查
            </Button>
          </>
        ) : null}
        {step === 'hearing' ? null : (
          <>
            <Button block style={{ marginTop: 12 }} onClick={onDone} data-testid="skip-microphone">
              跳过检查，先进入
            </Button>
            <p className="small second" style={{ marginTop: 8 }}>
              没有麦克风的页面不能接听：网页电话不会注册，不会派来电话。工单和查询可以照常使用。
            </p>
          </>
        )}
      </section>
    </main>
  );
}
