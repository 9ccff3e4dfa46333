export { addUnit } from './add-unit.ts'
export { organisationRoutes } from './routes.ts'
export { type AnsweringUnit, findAnswering, findUnit, unitNames, unitPaths } from './units.sql.ts'
