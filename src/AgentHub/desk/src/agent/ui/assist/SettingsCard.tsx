import { Button, Select, Slider, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { type Device, listDevices } from '../../../shared/live/microphone';
import { useStore } from '../../../shared/session/store';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk, usePage } from '../../../shared/ui/common/deskContext';
import { assistTexts } from './texts';

/** Settings of this workplace; they stay in this browser. */
export function SettingsCard() {
  const desk = useDesk();
  const settings = useStore(desk.settings.store);
  const microphone = usePage((page) => page.phone.microphone);
  const [outputs, setOutputs] = useState<Device[]>([]);
  const [inputs, setInputs] = useState<Device[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names of devices appear when the microphone is allowed.
  useEffect(() => {
    void listDevices('audiooutput').then(setOutputs);
    void listDevices('audioinput').then(setInputs);
  }, [microphone]);
  const choices = (devices: Device[]) => [
    { value: '', label: assistTexts.systemDefault },
    ...devices.map(({ id, label }) => ({ value: id, label })),
  ];
  const device = (label: string, value: string, devices: Device[], onChange: (id: string) => void) => (
    <>
      <dt style={{ lineHeight: '28px' }}>{label}</dt>
      <dd>
        <Select
          size="small"
          aria-label={label}
          style={{ width: '100%' }}
          value={value}
          options={choices(devices)}
          onChange={onChange}
        />
      </dd>
    </>
  );
  return (
    <Card
      title={assistTexts.phoneAndRing}
      extra={
        <Button size="small" onClick={() => desk.ringer.test()}>
          {assistTexts.tryRing}
        </Button>
      }
    >
      <dl className="facts" style={{ rowGap: 6 }}>
        {device(assistTexts.microphone, settings.microphone, inputs, (id) => desk.settings.change({ microphone: id }))}
        {device(assistTexts.voice, settings.voiceDevice, outputs, (id) => desk.settings.change({ voiceDevice: id }))}
        {device(assistTexts.ring, settings.ringDevice, outputs, (id) => desk.settings.change({ ringDevice: id }))}
        <dt style={{ lineHeight: '28px' }}>{assistTexts.ringVolume}</dt>
        <dd>
          <Slider
            style={{ margin: '8px 6px' }}
            min={0}
            max={100}
            step={10}
            value={Math.round(settings.ringVolume * 100)}
            ariaLabelForHandle={assistTexts.ringVolume}
            tooltip={{ formatter: (value) => `${value ?? 0}%` }}
            onChange={(value: number) => desk.settings.change({ ringVolume: value / 100 })}
          />
        </dd>
        <dt>{assistTexts.autoAnswer}</dt>
        <dd className="row">
          <Switch
            size="small"
            aria-label={assistTexts.autoAnswer}
            data-testid="auto-answer"
            checked={settings.autoAnswer}
            onChange={(autoAnswer) => desk.settings.change({ autoAnswer })}
          />
          <span className="small muted">{assistTexts.autoAnswerHow}</span>
        </dd>
        <dt>{assistTexts.notices}</dt>
        <dd className="row">
          <Switch
            size="small"
            aria-label={assistTexts.notices}
            checked={settings.notify}
            onChange={(notify) => desk.settings.change({ notify })}
          />
          <span className="small muted">{assistTexts.noticesHow}</span>
        </dd>
      </dl>
    </Card>
  );
}
