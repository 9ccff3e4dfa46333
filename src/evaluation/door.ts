export { assessmentFollower } from './assessment.projection.ts'
export { moveAssessmentReach } from './move-reach.ts'
export { assessmentActRoutes, assessmentRoutes } from './routes.ts'
export { assessmentWitness } from './witness.sql.ts'
