import '../../shared/rows.css'
import '../grid/grid.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MyGrids, Plate } from '../../../people/my-grids.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Choices } from '../../kit/choice.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { EstatesCard } from '../grid/estates-card.tsx'
import { OpenCases } from '../grid/open-cases.tsx'
import { PeopleCard } from '../grid/people-card.tsx'
import { QrDialog } from '../grid/qr-dialog.tsx'
import { UnitsCard } from '../grid/units-card.tsx'
import { StaffGate } from '../session/gate.tsx'

export default function GridPage() {
  const { grid } = useWords().field
  useTitle(grid.title)
  return <StaffGate>{(me) => (me.acts.includes('grid.see') ? <ReadGrids /> : <NoGrid />)}</StaffGate>
}

function ReadGrids() {
  const { grid } = useWords().field
  const reading = useRead<MyGrids>('/api/my/grids', { staleMs: 300_000 })
  return (
    <Shown reading={reading} heading={grid.title}>
      {({ grids }) => (grids.length === 0 ? <NoGrid /> : <Grids grids={grids} />)}
    </Shown>
  )
}

/** A grid with what a neighbour may ask of whoever looks after it: its code, its cases, its houses, its numbers. */
function Grids({ grids }: MyGrids) {
  const { field, common } = useWords()
  const said = field.grid
  const nameOf = useNameOf()
  const [chosen, setChosen] = useState(grids[0]!.id)
  const [plate, setPlate] = useState<Plate | null>(null)
  const grid = grids.find(({ id }) => id === chosen) ?? grids[0]!
  return (
    <>
      <h1>{nameOf(grid)}</h1>
      <p className="lead">{common.facts(...grid.steps.slice(1, -1).map(nameOf))}</p>
      {grids.length > 1 && (
        <Choices
          label={said.which}
          value={grid.id}
          onChoose={setChosen}
          options={grids.map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      )}
      <p className="grid__show">
        <Link to="/door" className={buttonClass({ look: 'quiet', wide: true })}>
          {said.door}
        </Link>
      </p>
      <p className="grid__show">
        <Link to="/visits" className={buttonClass({ look: 'quiet', wide: true })}>
          {said.visits}
        </Link>
      </p>
      <p className="grid__show">
        <Button wide big onClick={() => setPlate(grid)}>
          {said.show}
        </Button>
      </p>
      <div className="columns">
        <div>
          <OpenCases gridId={grid.id} />
          <EstatesCard grid={grid} onPlate={setPlate} />
        </div>
        <div>
          <UnitsCard units={grid.units} />
          <PeopleCard grid={grid} />
        </div>
      </div>
      {plate && <QrDialog plate={plate} onClose={() => setPlate(null)} />}
    </>
  )
}

function NoGrid() {
  const { field, common } = useWords()
  return (
    <Empty wholePage what={field.grid.none} next={field.grid.noneNext}>
      <Link to="/" className={buttonClass({ look: 'quiet' })}>
        {common.actions.home}
      </Link>
    </Empty>
  )
}
