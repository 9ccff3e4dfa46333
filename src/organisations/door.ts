export { addUnit } from './add-unit.ts'
export { addUnits, enterUnits } from './add-units.ts'
export {
  bodiesIn,
  bodiesThatAct,
  selectBodiesBelow,
  selectBody,
  selectLife,
} from './bodies.sql.ts'
export { bodyKindWords } from './body-words.rule.ts'
export { changeLife } from './change-life.ts'
export { importOffices } from './import-offices.ts'
export { bodyRow } from './list-bodies.ts'
export { mustBeStaff } from './must-be-staff.ts'
export { usualOffices } from './office-catalogue.rule.ts'
export { findOffice, officesByBody, selectOffices } from './offices.sql.ts'
export { moveUnits, pathOf, reachOfUnit, sightsOfUnits, type UnitBeside, unitsBeside } from './reach.sql.ts'
export { renameUnits } from './rename-units.ts'
export { organisationRoutes } from './routes.ts'
export {
  findAnswering,
  findUnit,
  mustTakeCases,
  unitIdsByCode,
  unitNames,
  unitPaths,
  unitsServing,
  unitsToCompare,
} from './units.sql.ts'
