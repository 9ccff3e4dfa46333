import type { BodySheet } from './body-file.contract.ts'
import type { BodyPlan, Say, Standing } from './body-plan.rule.ts'
import type { BodyRows, Fault } from './body-rows.rule.ts'
import { planOffices } from './plan-offices.rule.ts'
import { planTerms } from './plan-terms.rule.ts'
import { planUnits } from './plan-units.rule.ts'

/** Compares the sound rows of a file with what stands: what is to be done, and what is wrong with the others. */
export function planBodies(rows: BodyRows, standing: Standing): BodyPlan {
  const faults: Fault[] = [...rows.faults]
  const say: Say = (sheet, row, column, reason, value) => {
    faults.push({ sheet, row, column, reason, value })
  }
  const { known, ...bodies } = planUnits(rows.bodies, standing, say)
  const offices = planOffices(rows.offices, known, standing, say)
  const terms = planTerms(rows.terms, offices.open, known, standing, say)
  return {
    addBodies: bodies.add,
    changeBodies: bodies.change,
    openOffices: offices.add,
    setOffices: offices.set,
    addPeople: terms.addPeople,
    renamePeople: terms.renamePeople,
    beginTerms: terms.begin,
    changeTerms: terms.change,
    result: {
      bodies: { added: bodies.add.length, changed: bodies.change.length, same: bodies.same },
      offices: { added: offices.add.length, changed: offices.set.length, same: offices.same },
      terms: { added: terms.begin.length, changed: terms.change.length, same: terms.same },
      people: { added: terms.addPeople.length, changed: terms.renamePeople.length, same: terms.samePeople },
      faults: faults.sort((a, b) => order(a.sheet) - order(b.sheet) || a.row - b.row),
    },
  }
}

const order = (sheet: BodySheet): number => ['bodies', 'offices', 'terms'].indexOf(sheet)
