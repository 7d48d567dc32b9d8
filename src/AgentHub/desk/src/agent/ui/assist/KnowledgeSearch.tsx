import { Input } from 'antd';
import { Icon } from '../../../shared/ui/common/Icon';
import { KeyHint } from '../../../shared/ui/common/KeyHint';

/** Stays in its place; why it does nothing yet stands beside it. */
export function KnowledgeSearch() {
  return (
    <section className="card" aria-label="知识库">
      <div className="middle">
        <Input
          disabled
          prefix={<Icon name="search" />}
          suffix={<KeyHint action="search" />}
          placeholder="搜索知识库、口径、办事指南"
          aria-describedby="knowledge-why"
          data-testid="knowledge-search"
        />
        <p id="knowledge-why" className="small second" style={{ marginTop: 4 }}>
          知识库尚未开通。专业问题请用三方，或生成工单
        </p>
      </div>
    </section>
  );
}
