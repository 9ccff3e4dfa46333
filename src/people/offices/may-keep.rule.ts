import { isAnswering, type UnitKind } from '../../organisations/contract.ts'
import { type Holder, mayAct } from '../permission.rule.ts'

/** Whether somebody may found a body of this kind there and take it on in its life, by a file or by hand. */
export const mayKeep = (who: Holder, kind: UnitKind, path: readonly string[]): boolean =>
  mayAct(who, 'body.manage', { path }) && (!isAnswering(kind) || mayAct(who, 'unit.manage'))
