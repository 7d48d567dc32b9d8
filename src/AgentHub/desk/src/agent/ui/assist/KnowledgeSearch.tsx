import { Input } from 'antd';
import { Icon } from '../../../shared/ui/common/Icon';
import { KeyHint } from '../../../shared/ui/common/KeyHint';
import { assistTexts } from './texts';

/** Stays in its place; why it does nothing yet stands beside it. */
export function KnowledgeSearch() {
  return (
    <section className="card" aria-label={assistTexts.knowledge}>
      <div className="middle">
        <Input
          disabled
          prefix={<Icon name="search" />}
          suffix={<KeyHint action="search" />}
          placeholder={assistTexts.searchKnowledge}
          aria-label={assistTexts.searchKnowledge}
          aria-describedby="knowledge-why"
          data-testid="knowledge-search"
        />
        <p id="knowledge-why" className="small second" style={{ marginTop: 4 }}>
          {assistTexts.knowledgeWhy}
        </p>
      </div>
    </section>
  );
}
