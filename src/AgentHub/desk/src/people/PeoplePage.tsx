import { Button, Checkbox, Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { PersonView } from '../shared/contract';
import { sentenceOf } from '../shared/live/http';
import { useStore } from '../shared/session/store';
import { words } from '../shared/texts';
import { useDesk } from '../shared/ui/common/deskContext';
import { useReach } from '../shared/ui/common/useReach';
import { goTo } from '../shared/ui/common/useRoute';
import { found, skillText } from './core/person';
import { PersonEditor } from './PersonEditor';
import { peopleTexts, roleTexts } from './texts';

/** Stands in the address where somebody new is written down. */
const anew = 'new';

/** Accounts, for administrators: who there is, what he may and can do. */
export function PeoplePage({ item }: { item: string | null }) {
  const desk = useDesk();
  const { skills } = useStore(desk.reference);
  const [people, setPeople] = useState<readonly PersonView[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [word, setWord] = useState('');
  const [closed, setClosed] = useState(false);
  const middle = useReach<HTMLDivElement>();
  const read = useCallback(async () => {
    try {
      setPeople(await desk.api.people());
      setError(null);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  }, [desk]);
  useEffect(() => void read(), [read]);

  const shown = found(people ?? [], word, closed, skills);
  const person = people?.find(({ id }) => id === item) ?? null;
  const editing = item === anew || person !== null;
  const open = (id: string | null) => goTo({ page: 'people', item: id });
  return (
    <main className={editing ? 'main tickets with-detail' : 'main tickets'}>
      <section className="card fill list-card" aria-label={peopleTexts.people}>
        <div className="row search-row">
          <Input
            data-testid="people-search"
            aria-label={peopleTexts.find}
            placeholder={peopleTexts.find}
            allowClear
            style={{ maxWidth: 320 }}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
          <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
            {peopleTexts.showClosed}
          </Checkbox>
          <span className="spacer" />
          {error ? (
            <span className="field-error" role="alert">
              {error}
            </span>
          ) : null}
          <span className="small muted">{people ? peopleTexts.count(shown.length) : ''}</span>
          <Button type="primary" data-testid="new-person" onClick={() => open(anew)}>
            {peopleTexts.make}
          </Button>
        </div>
        <div className="middle flush" ref={middle}>
          <table className="list">
            <thead>
              <tr>
                <th style={{ width: 84 }}>{words.agentNumber}</th>
                <th style={{ width: 110 }}>{peopleTexts.name}</th>
                <th style={{ width: 130 }}>{peopleTexts.roles}</th>
                <th>{peopleTexts.skills}</th>
                <th style={{ width: 84 }}>{peopleTexts.account}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, name, roles, skills: has, enabled }) => (
                <tr
                  key={id}
                  className={id === item ? 'pick on' : 'pick'}
                  data-testid="person-row"
                  tabIndex={0}
                  onClick={() => open(id)}
                  onKeyDown={(event) => event.key === 'Enter' && open(id)}
                >
                  <td className="whole">{id}</td>
                  <td title={name}>{name}</td>
                  <td title={roles.map((role) => roleTexts[role]).join(peopleTexts.skillComma)}>
                    {roles.map((role) => roleTexts[role]).join(peopleTexts.skillComma)}
                  </td>
                  <td title={skillText(has, skills)}>{skillText(has, skills)}</td>
                  <td className="whole">{enabled ? peopleTexts.open : peopleTexts.closed}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {people !== null && shown.length === 0 ? <p className="empty">{peopleTexts.nobody}</p> : null}
          {people === null && !error ? (
            <p className="empty">
              <span className="skeleton" />
            </p>
          ) : null}
        </div>
      </section>
      {editing ? (
        <PersonEditor
          key={item}
          person={person}
          onSaved={async (id) => {
            await read();
            open(id);
          }}
          onClose={() => open(null)}
        />
      ) : null}
    </main>
  );
}
