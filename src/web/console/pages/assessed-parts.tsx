import '../books.css'
import '../people/people.css'
import '../assessment/assessment.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Direction } from '../../../evaluation/contract.ts'
import type { PartBy, PartPage } from '../../../evaluation/parts.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { MeasureList } from '../assessment/measure-list.tsx'
import { MonthSelect, MonthState, thisMonth } from '../assessment/month-head.tsx'
import { nameOfPost } from '../assessment/parts.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

interface Asked {
  readonly month?: string | undefined
  readonly by?: PartBy | undefined
  readonly direction?: Direction | undefined
  readonly category?: string | undefined
}

const bys = ['matter', 'category', 'post'] as const

/** A unit's month by matter, by category of matters or by post: what is too few is not said, nor to be found. */
export default function AssessedPartsPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useSearch({ strict: false }) as Asked
  const { month = thisMonth(), by = 'matter', direction = 'down', category } = asked
  const navigate = useNavigate()
  const { consoleAssessment: root } = useWords()
  const said = root.apart
  const { language } = useReading()
  const nameOf = useNameOf()
  const isOpen = mayDo(useSignedIn(), 'assessment.see')
  const query = { month, by, direction, category: by === 'matter' ? category : undefined }
  const at = `/api/assessment/units/${id}/parts`
  const reading = useReadPages<PartPage>(isOpen ? withQuery(at, query) : null)
  const first = reading.data?.pages[0]
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  const go = (change: Asked) =>
    void navigate({
      to: '/assessment/units/$id/parts',
      params: { id },
      search: { ...asked, ...change },
      replace: true,
    })
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/assessment/units/$id" params={{ id }} search={{ month }}>
          {first ? said.backTo(nameOf(first.unit)) : root.back}
        </Link>
      </p>
      <h1>{first ? said.titleOf(nameOf(first.unit)) : said.title}</h1>
      <p className="book__lead">{by === 'post' ? said.postLead(first?.leastWorkers ?? 0) : said.lead}</p>
      <p className="assessment__links no-print">
        <a href={withQuery(`${at}/sheet`, { ...query, language })} download>
          {root.sheet}
        </a>
      </p>
      <MonthSelect month={month} onChoose={(next) => go({ month: next })} />
      <PressOne<PartBy>
        label={said.show}
        options={bys.map((key) => ({ key, label: said.by[key] }))}
        value={by}
        onChoose={(next) => go({ by: next })}
      />
      <PressOne<Direction>
        label={root.look}
        options={(['down', 'up'] as const).map((key) => ({ key, label: root.directions[key] }))}
        value={direction}
        onChoose={(next) => go({ direction: next })}
      />
      {by === 'matter' && first && (
        <CategorySelect
          category={category}
          categories={first.categories}
          onChoose={(next) => go({ category: next })}
        />
      )}
      {first && <MonthState head={first.head} />}
      <PartRows reading={reading} unitId={id} month={month} by={by} />
    </div>
  )
}

interface CategorySelectProps {
  readonly category: string | undefined
  readonly categories: PartPage['categories']
  onChoose(category: string | undefined): void
}

function CategorySelect({ category = '', categories, onChoose }: CategorySelectProps) {
  const { apart: said } = useWords().consoleAssessment
  const nameOf = useNameOf()
  return (
    <div className="assessment__month no-print">
      <SelectField
        label={said.by.category}
        value={category}
        onChoose={(next) => onChoose(next === '' ? undefined : next)}
      >
        <option value="">{said.every}</option>
        {categories.map((one) => (
          <option key={one.code} value={one.code}>
            {nameOf(one)}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

interface PartRowsProps {
  readonly reading: ReturnType<typeof useReadPages<PartPage>>
  readonly unitId: string
  readonly month: string
  readonly by: PartBy
}

function PartRows({ reading, unitId, month, by }: PartRowsProps) {
  const words = useWords()
  const { consoleAssessment: root } = words
  const said = root.apart
  const nameOf = useNameOf()
  return (
    <RowPages
      reading={reading}
      count={root.unit.shown}
      none={<Empty what={said.none[by]} next={root.noneNext} />}
    >
      {(rows) => (
        <ul className="assessed">
          {rows.map(({ key, name, measures }) => {
            const unnamed = by === 'post' ? nameOfPost(words, key) : said.noMatter
            const title = name === null ? unnamed : nameOf(name)
            return (
              <li key={key}>
                <h2>{title}</h2>
                <MeasureList
                  measures={measures.filter(({ any }) => any)}
                  brief
                  behind={{ unitId, search: { month, [by]: key }, of: title }}
                />
              </li>
            )
          })}
        </ul>
      )}
    </RowPages>
  )
}
