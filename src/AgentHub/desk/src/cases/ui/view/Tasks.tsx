import type { CaseTaskView } from '../../../shared/contract';
import { shortMoment } from '../../../shared/core/format';
import { useNow } from '../../../shared/ui/common/deskContext';
import { taskKindTexts, taskStateTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import type { PartProps } from './CaseBody';
import { Part, Said } from './Part';

/** Which units have a task, and how far each is. */
export function Tasks({ view, unitName }: PartProps) {
  if (view.tasks.length === 0)
    return (
      <Part title={caseTexts.tasks}>
        <p className="second small">{caseTexts.noTasks}</p>
      </Part>
    );
  return (
    <Part title={caseTexts.tasks}>
      <ul>
        {view.tasks.map((task) => (
          <Task key={task.no} task={task} name={unitName(task.unit)} nameOfPerson={personIn(view)} />
        ))}
      </ul>
    </Part>
  );
}

/** Names stand in the timeline; whoever is not there is called by his number. */
export function personIn(view: PartProps['view']): (id: string) => string {
  return (id) => view.timeline.find(({ who, whoName }) => who === id && whoName !== '')?.whoName ?? id;
}

function Task({ task, name, nameOfPerson }: { task: CaseTaskView; name: string; nameOfPerson(id: string): string }) {
  const now = useNow();
  const over = task.state === 'returned' || task.state === 'withdrawn';
  return (
    <li className="said">
      <span className="row" style={{ flexWrap: 'wrap' }}>
        <span className={task.kind === 'lead' ? 'tag blue' : 'tag'}>{taskKindTexts[task.kind]}</span>
        <b>{name}</b>
        <span className={over ? 'muted' : ''}>{taskStateTexts[task.state]}</span>
        <span className="small muted">
          {caseTexts.dispatchedAt(shortMoment(task.dispatchedAt, now))}
          {task.signedAt && task.signedBy
            ? ` · ${caseTexts.signedBy(nameOfPerson(task.signedBy), shortMoment(task.signedAt, now))}`
            : ''}
        </span>
        {task.returnForbidden ? <span className="tag outline">{caseTexts.returnForbidden}</span> : null}
        {task.needsScan ? <span className="tag outline">{caseTexts.needsScan}</span> : null}
      </span>
      <Said label={caseTexts.firstResponse} text={task.firstResponse?.text ?? null} />
      <Said label={caseTexts.opinion} text={task.opinion?.text ?? null} />
    </li>
  );
}
