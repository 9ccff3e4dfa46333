export { addUnit } from './add-unit.ts'
export { addUnits } from './add-units.ts'
export { organisationRoutes } from './routes.ts'
export { findAnswering, findUnit, unitIdsByCode, unitNames, unitPaths, unitsServing } from './units.sql.ts'
