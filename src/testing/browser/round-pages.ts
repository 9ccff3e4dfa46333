import type { Page } from 'playwright-core'
import type { Visit } from './pages.ts'

const presses = (name: string) => async (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Inspection rounds and the day in the grid. */
export const roundVisits: readonly Visit[] = [
  { name: 'field-rounds', at: () => '/field/rounds', as: 'worker', reads: '柳岸小区' },
  {
    name: 'field-round',
    at: (_, world) => `/field/rounds/${world.places.estate1.id}`,
    as: 'worker',
    opens: presses('有隐患'),
    reads: '记下这处问题',
  },
  { name: 'field-grid-day', at: () => '/field/grid-day', as: 'worker', reads: '当天可以签到' },
  { name: 'console-rounds', at: () => '/console/rounds', as: 'centre', reads: '石桥老院' },
  {
    name: 'console-round-items',
    at: () => '/console/rounds?view=items',
    as: 'centre',
    reads: '还没有这样的记录',
  },
  {
    name: 'console-round-estate',
    at: (_, world) => `/console/rounds/estates/${world.places.estate1.id}`,
    as: 'street',
    reads: '在这里吹哨',
  },
  {
    name: 'console-round-checklists',
    at: () => '/console/rounds/checklists',
    as: 'street',
    opens: presses('改清单'),
    reads: '加一项',
  },
  {
    name: 'console-grid-days',
    at: () => '/console/grid-days',
    as: 'centre',
    opens: presses('改日子'),
    reads: '每月几号（1 到 28）',
  },
  {
    name: 'console-grid-day',
    at: (_, world) => `/console/grid-days/${world.places.grid1.id}/2026-11-28`,
    as: 'community',
    reads: '应到和到场',
  },
]
