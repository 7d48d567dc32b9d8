import type { ComponentType } from 'react';
import type { BarMode } from '../core/bar';
import type { PageName } from '../core/nav';
import type { Desk } from '../session/desk';
import type { Workplace } from '../session/workplace';
import type { LazyPage } from './load/lazyPage';

/** What the agent's part brings. It is there before an agent's desk opens: telephone and call bar are never late. */
export interface AgentFeature {
  openWorkplace(desk: Desk): Workplace;
  CallBar: ComponentType<{ mode: BarMode; page: PageName }>;
  AgentPage: ComponentType<{ mode: BarMode; readOnly: boolean }>;
}

/** The parts of the desk that are loaded only for those who may see them. src/features.ts names them. */
export interface Features {
  agent(): Promise<AgentFeature>;
  TicketsPage: LazyPage<{ ticketId: string | null }>;
  FloorPage: LazyPage<object>;
}
