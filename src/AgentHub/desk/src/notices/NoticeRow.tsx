import { Checkbox } from 'antd';
import type { NoticeView } from '../shared/contract';
import { nameOf } from '../shared/core/categories';
import { shortMoment } from '../shared/core/format';
import { happeningText } from '../shared/core/happening';
import { audienceTexts, channelTexts, deliveryReasonTexts } from '../shared/core/texts';
import { useStore } from '../shared/session/store';
import { useDesk } from '../shared/ui/common/deskContext';
import { noticeTexts } from './texts';

interface Props {
  item: NoticeView;
  pickable: boolean;
  picked: boolean;
  onPick(on: boolean): void;
}

/** One notice: of what, to whom, and why it did not go out. What it says stands nowhere here. */
export function NoticeRow({ item, pickable, picked, onPick }: Props) {
  const desk = useDesk();
  const now = useStore(desk.clock.now);
  const { units } = useStore(desk.reference);
  const whom = item.unit === null ? `${audienceTexts[item.audience]} ${item.to}`.trim() : nameOf(units, item.unit);
  const why = [
    item.reason === null ? '' : deliveryReasonTexts[item.reason],
    item.detail,
    item.state === 'failed' && item.dueAt !== null ? noticeTexts.nextAt(shortMoment(item.dueAt, now)) : '',
  ].filter((text) => text !== '');
  const ticket = item.ticket ?? noticeTexts.noNumber;
  return (
    <tr data-testid="notice-row">
      <td>
        <Checkbox
          aria-label={noticeTexts.pickOne(ticket)}
          disabled={!pickable}
          checked={picked}
          onChange={({ target }) => onPick(target.checked)}
        />
      </td>
      <td className="whole">{shortMoment(item.at, now)}</td>
      <td title={ticket}>{ticket}</td>
      <td title={happeningText(item.step, item.what)}>{happeningText(item.step, item.what)}</td>
      <td title={whom}>{whom}</td>
      <td className="whole">{channelTexts[item.channel]}</td>
      <td title={why.join(' · ')}>{why.join(' · ')}</td>
      <td className="whole">{noticeTexts.times(item.attempts)}</td>
    </tr>
  );
}
