import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { PersonForm, PersonView, Role } from '../shared/contract';
import { useStore } from '../shared/session/store';
import { common, words } from '../shared/texts';
import { AskFirst } from '../shared/ui/common/AskFirst';
import { Card } from '../shared/ui/common/Card';
import { useCommand, useDesk } from '../shared/ui/common/deskContext';
import { formOf, isOfUnit, levelOf, levels, newPerson, toSend, withLevel } from './core/person';
import { peopleTexts, roleTexts } from './texts';

interface Props {
  /** Null for somebody new. */
  person: PersonView | null;
  onSaved(id: string): Promise<void>;
  onClose(): void;
}

/** A password that was made is shown once, here, and stands nowhere else. */
interface Made {
  id: string;
  password: string;
}

export function PersonEditor({ person, onSaved, onClose }: Props) {
  const desk = useDesk();
  const { skills, units } = useStore(desk.reference);
  const command = useCommand();
  const [id, setId] = useState(person?.id ?? '');
  const [form, setForm] = useState<PersonForm>(person ? formOf(person) : newPerson);
  const [saved, setSaved] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const edit = (change: Partial<PersonForm>) => {
    setSaved(false);
    setForm({ ...form, ...change });
  };
  const save = (change: Partial<PersonForm> = {}) =>
    command.run(async () => {
      const sent = toSend({ ...form, ...change });
      const answer = await desk.api.savePerson(id.trim(), sent);
      setForm(formOf(answer.person));
      setSaved(true);
      if (answer.password) setMade({ id: answer.person.id, password: answer.password });
      else await onSaved(answer.person.id);
    });
  const noted = async () => {
    const { id: known } = made ?? { id };
    setMade(null);
    await onSaved(known);
  };
  return (
    <Card
      title={person ? `${person.id} ${person.name}` : peopleTexts.newPerson}
      size="fill"
      testId="person-editor"
      extra={
        <Button size="small" onClick={onClose}>
          {common.closeIt}
        </Button>
      }
      footer={
        <>
          {person ? (
            <>
              <AskFirst
                title={peopleTexts.reallyNewPassword}
                consequence={peopleTexts.newPasswordEffect}
                yes={peopleTexts.newPassword}
                no={peopleTexts.cancel}
                testId="new-password-confirm"
                onYes={() => void save({ newPassword: true })}
              >
                <Button disabled={command.busy} data-testid="new-password">
                  {peopleTexts.newPassword}
                </Button>
              </AskFirst>
              {form.enabled ? (
                <AskFirst
                  title={peopleTexts.reallyClose}
                  consequence={peopleTexts.closeEffect}
                  yes={peopleTexts.close}
                  no={peopleTexts.cancel}
                  danger
                  testId="close-person-confirm"
                  onYes={() => void save({ enabled: false })}
                >
                  <Button disabled={command.busy} data-testid="close-person">
                    {peopleTexts.close}
                  </Button>
                </AskFirst>
              ) : (
                <Button
                  disabled={command.busy}
                  data-testid="reopen-person"
                  onClick={() => void save({ enabled: true })}
                >
                  {peopleTexts.reopen}
                </Button>
              )}
            </>
          ) : null}
          <span className="spacer" />
          <Button type="primary" loading={command.busy} data-testid="save-person" onClick={() => void save()}>
            {command.busy ? words.submitting : peopleTexts.save}
          </Button>
        </>
      }
    >
      {made ? (
        <p
          className="note amber"
          role="status"
          style={{ marginBottom: 10, flexWrap: 'wrap' }}
          data-testid="password-once"
        >
          <b>{peopleTexts.passwordOnce(made.id, made.password)}</b>
          <span>{peopleTexts.passwordOnceHow}</span>
          <Button size="small" data-testid="password-noted" onClick={() => void noted()}>
            {peopleTexts.noted}
          </Button>
        </p>
      ) : null}
      {command.error ? (
        <p className="note red" role="alert" style={{ marginBottom: 10 }} data-testid="person-refused">
          {command.error}
        </p>
      ) : saved && !made ? (
        <p className="note blue" role="status" style={{ marginBottom: 10 }}>
          {peopleTexts.saved}
        </p>
      ) : null}
      <div className="ticket-form">
        <label className="label" htmlFor="person-id">
          {words.agentNumber}
        </label>
        <div className="field">
          <Input
            id="person-id"
            data-testid="person-id"
            value={id}
            disabled={person !== null || made !== null}
            inputMode="numeric"
            placeholder={peopleTexts.idHow}
            onChange={(event) => setId(event.target.value)}
          />
        </div>
        <label className="label" htmlFor="person-name">
          {peopleTexts.name}
        </label>
        <div className="field">
          <Input
            id="person-name"
            data-testid="person-name"
            value={form.name}
            onChange={(event) => edit({ name: event.target.value })}
          />
        </div>
        <span className="label">{peopleTexts.roles}</span>
        <div className="field">
          <Checkbox.Group
            aria-label={peopleTexts.roles}
            value={[...form.roles]}
            options={Object.entries(roleTexts).map(([value, label]) => ({ value, label }))}
            onChange={(roles) => edit({ roles: roles as Role[] })}
          />
        </div>
        {isOfUnit(form.roles) ? (
          <>
            <label className="label" htmlFor="person-unit">
              {peopleTexts.unit}
            </label>
            <div className="field" data-testid="person-unit">
              <Select
                id="person-unit"
                className="wide"
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={peopleTexts.chooseUnit}
                value={form.unit ?? null}
                options={units.map((unit) => ({ value: unit.code, label: unit.name }))}
                onChange={(unit: string) => edit({ unit })}
              />
            </div>
          </>
        ) : null}
        {form.roles.includes('agent') ? (
          <>
            <span className="label top-aligned">{peopleTexts.skills}</span>
            <div className="field">
              {skills.map((skill) => (
                <div key={skill.code} className="row" style={{ marginBottom: 6 }}>
                  <span className="cut" style={{ flex: 1 }} title={skill.name}>
                    {skill.name}
                  </span>
                  <Select
                    size="small"
                    style={{ width: 92 }}
                    aria-label={peopleTexts.skillLevel(skill.name)}
                    data-testid={`skill-${skill.code}`}
                    value={levelOf(form.skills, skill.code) ?? 0}
                    options={[
                      { value: 0, label: peopleTexts.noSkill },
                      ...levels.map((level) => ({ value: level, label: peopleTexts.level(level) })),
                    ]}
                    onChange={(level: number) =>
                      edit({ skills: withLevel(form.skills, skill.code, level === 0 ? null : level) })
                    }
                  />
                </div>
              ))}
            </div>
          </>
        ) : null}
      </div>
    </Card>
  );
}
