import '../books.css'
import '../rounds/rounds.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { EstateKind } from '../../../areas/contract.ts'
import type {
  EstatePage,
  EstateRow,
  ItemKind,
  ItemPage,
  ItemState as ItemStateCode,
} from '../../../rounds/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayDay, sayMoment } from '../../words/time.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { AreaFilter } from '../rounds/area-filter.tsx'
import { Cases, ItemState } from '../rounds/parts.tsx'
import { useSaid } from '../rounds/use-said.ts'
import { RowTable } from '../row-table.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

interface Asked {
  readonly view?: 'items' | undefined
  readonly area?: string | undefined
  readonly due?: 'true' | undefined
  readonly kind?: EstateKind | undefined
  readonly of?: ItemKind | undefined
  readonly state?: ItemStateCode | undefined
}

interface PartProps {
  readonly asked: Asked
  go(change: Asked): void
}

/** 问题排查: estates with their rounds, and hazards and facilities; what is shown stands in the address. */
export default function RoundsPage() {
  const said = useSaid()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'round.see')) return <NotPermitted />
  const go = (change: Asked) => void navigate({ to: '/rounds', search: { ...asked, ...change } })
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="rounds__ways no-print">
        <Link to="/rounds/checklists" className="text-button">
          {said.checklists}
        </Link>
        <Link to="/grid-days" className="text-button">
          {said.gridDays}
        </Link>
      </p>
      <PressOne<'estates' | 'items'>
        label={said.show}
        options={(['estates', 'items'] as const).map((key) => ({ key, label: said.views[key] }))}
        value={asked.view ?? 'estates'}
        onChoose={(view) => go({ view: view === 'items' ? view : undefined })}
      />
      {asked.view === 'items' ? <Items asked={asked} go={go} /> : <Estates asked={asked} go={go} />}
    </div>
  )
}

function Estates({ asked, go }: PartProps) {
  const said = useSaid()
  const { language } = useReading()
  const query = { areaId: asked.area, due: asked.due, kind: asked.kind }
  const reading = useReadPages<EstatePage>(withQuery('/api/rounds/estates', query))
  const first = reading.data?.pages[0]
  return (
    <>
      <div className="rounds__filters no-print">
        <AreaFilter area={asked.area} onChoose={(area) => go({ area })} />
        <SelectField
          label={said.kind}
          value={asked.kind ?? ''}
          onChoose={(kind) => go({ kind: kind === '' ? undefined : (kind as EstateKind) })}
        >
          <option value="">{said.all}</option>
          {(Object.keys(said.kinds) as EstateKind[]).map((kind) => (
            <option key={kind} value={kind}>
              {said.kinds[kind]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={said.heads.due}
          value={asked.due ?? ''}
          onChoose={(due) => go({ due: due === 'true' ? due : undefined })}
        >
          <option value="">{said.all}</option>
          <option value="true">{said.dueOnly}</option>
        </SelectField>
      </div>
      <p className="no-print">
        <a
          className="text-button"
          href={withQuery('/api/rounds/estates/sheet', { ...query, language })}
          download
        >
          {said.sheet}
        </a>
      </p>
      {first && <p role="status">{said.counted(first.of, first.due)}</p>}
      <RowPages<EstateRow>
        reading={reading}
        count={said.shown}
        none={<Empty what={said.none} next={said.noneNext} />}
      >
        {(rows) => <EstateTable rows={rows} />}
      </RowPages>
    </>
  )
}

function EstateTable({ rows }: { rows: readonly EstateRow[] }) {
  const said = useSaid()
  const { words, language } = useReading()
  const nameOf = useNameOf()
  const { heads } = said
  return (
    <RowTable
      label={said.views.estates}
      rows={rows}
      keyOf={({ place }) => place.id}
      columns={[
        {
          head: heads.estate,
          cell: ({ place }) => <Link to={`/rounds/estates/${place.id}`}>{nameOf(place)}</Link>,
        },
        { head: heads.place, cell: ({ place }) => placeIn(language, { names: place.way }) },
        { head: heads.kind, cell: ({ estateKind }) => said.kinds[estateKind] },
        {
          head: heads.last,
          cell: ({ lastRoundAt: at }) => (at === null ? said.never : sayMoment(words, at, nowMs())),
        },
        {
          head: heads.due,
          cell: ({ isDue, dueOn }) =>
            isDue || dueOn === null ? said.isDue : said.dueOn(sayDay(words, dueOn, nowMs())),
          isLate: ({ isDue }) => isDue,
        },
        { head: heads.open, cell: ({ open }) => open },
      ]}
    />
  )
}

function Items({ asked, go }: PartProps) {
  const said = useSaid()
  const { language } = useReading()
  const query = { areaId: asked.area, kind: asked.of, state: asked.state }
  const reading = useReadPages<ItemPage>(withQuery('/api/rounds/items', query))
  return (
    <>
      <div className="rounds__filters no-print">
        <AreaFilter area={asked.area} onChoose={(area) => go({ area })} />
        <SelectField
          label={said.itemKind}
          value={asked.of ?? ''}
          onChoose={(of) => go({ of: of === '' ? undefined : (of as ItemKind) })}
        >
          <option value="">{said.all}</option>
          <option value="hazard">{said.itemKinds.hazard}</option>
          <option value="facility">{said.itemKinds.facility}</option>
        </SelectField>
        <SelectField
          label={said.state}
          value={asked.state ?? ''}
          onChoose={(state) => go({ state: state === '' ? undefined : (state as ItemStateCode) })}
        >
          <option value="">{said.all}</option>
          {(['found', 'fine', 'absent'] as const).map((state) => (
            <option key={state} value={state}>
              {said.anyStates[state]}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="no-print">
        <a
          className="text-button"
          href={withQuery('/api/rounds/items/sheet', { ...query, language })}
          download
        >
          {said.sheet}
        </a>
      </p>
      <RowPages<ItemPage['rows'][number]>
        reading={reading}
        count={said.shown}
        none={<Empty what={said.noItems} next={said.noItemsNext} />}
      >
        {(rows) => <ItemTable rows={rows} />}
      </RowPages>
    </>
  )
}

function ItemTable({ rows }: { rows: readonly ItemPage['rows'][number][] }) {
  const said = useSaid()
  const words = useWords()
  const nameOf = useNameOf()
  const { heads } = said
  return (
    <RowTable
      label={said.views.items}
      rows={rows}
      keyOf={({ place, item }) => `${place.id}/${item}`}
      columns={[
        { head: heads.item, cell: nameOf },
        {
          head: heads.estate,
          cell: ({ place }) => <Link to={`/rounds/estates/${place.id}`}>{nameOf(place)}</Link>,
        },
        { head: heads.kind, cell: ({ kind }) => said.itemKinds[kind] },
        { head: heads.state, cell: (item) => <ItemState item={item} /> },
        { head: heads.when, cell: ({ checkedAt }) => sayMoment(words, checkedAt, nowMs()) },
        { head: heads.cases, cell: ({ cases }) => <Cases cases={cases} /> },
      ]}
    />
  )
}
