import type { Visit } from './pages.ts'

/** The pages of the two-way assessment, as the centre, a street and a unit see them. */
export const assessmentVisits: readonly Visit[] = [
  {
    name: 'console-assessment-up',
    at: () => '/console/assessment',
    as: 'centre',
    // By key: in large type a link would lie under the pointer.
    opens: async (page) => page.getByRole('button', { name: '基层评价应哨、协办和支持' }).press('Enter'),
    reads: '区水务局',
  },
  {
    name: 'console-assessed-unit',
    at: (_, world) => `/console/assessment/units/${world.units.property1}`,
    as: 'property',
    opens: async (page) => page.getByRole('button', { name: '对得分提异议' }).click(),
    reads: '按时办结',
  },
  {
    name: 'console-assessed-parts',
    at: (_, world) => `/console/assessment/units/${world.units.property1}/parts?by=matter`,
    as: 'property',
    reads: '事项分类',
  },
  {
    name: 'console-assessment-claims',
    at: () => '/console/assessment/claims',
    as: 'centre',
    reads: '没有等审定的申请',
  },
  {
    name: 'console-assessment-formula',
    at: () => '/console/assessment/formula',
    as: 'centre',
    opens: async (page) => page.getByRole('button', { name: '定新公式' }).click(),
    reads: '从哪个月起',
  },
  {
    name: 'console-assessment-marks',
    at: () => '/console/assessment/marks',
    as: 'street',
    opens: async (page) => page.getByRole('button', { name: '评本月的日常支持' }).click(),
    reads: '支持力度',
  },
  { name: 'console-assessment-own', at: () => '/console/assessment/own', as: 'property', reads: '签收用了' },
]
