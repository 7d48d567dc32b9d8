import type { ComponentType } from 'react';
import type { SessionView } from '../contract';
import type { BarMode } from '../core/bar';
import type { Desk } from '../session/desk';
import type { Workplace } from '../session/workplace';
import type { IconName } from './common/Icon';
import type { LazyPage } from './load/lazyPage';

/** What the agent's part brings. It is there before an agent's desk opens: telephone and call bar are never late. */
export interface AgentFeature {
  openWorkplace(desk: Desk): Workplace;
  CallBar: ComponentType<{ mode: BarMode; page: string }>;
  AgentPage: ComponentType<{ mode: BarMode; readOnly: boolean }>;
}

/** A page of the desk. */
export interface PageEntry {
  /** Its address after the '#'. */
  name: string;
  icon: IconName;
  label: string;
  title: string;
  /** Who may see it; what it shows, the server decides by itself. */
  may(session: SessionView): boolean;
  /** Whether it stands in his rail. Left out: it does. Others come to it from another page. */
  inRail?(session: SessionView): boolean;
  /** Given what the address names. Null: the agent's part draws it. */
  Page: LazyPage<{ item: string | null }> | null;
}

/** The parts of the desk that are loaded only for those who may see them. src/features.ts names them. */
export interface Features {
  agent(): Promise<AgentFeature>;
  pages: readonly PageEntry[];
}
