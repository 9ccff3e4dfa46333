import '../books.css'
import '../matters/matters.css'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Matter, MatterField, MatterHistory, MatterVersion } from '../../../matters/contract.ts'
import { matterFields } from '../../../matters/fields.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useNameOf } from '../../shared/names.ts'
import type { Language } from '../../words/language.ts'
import { localDay, sayDate } from '../../words/time.ts'
import { DiffTable } from '../matters/diff-table.tsx'
import { MatterEditor } from '../matters/matter-editor.tsx'
import { RetireDialog } from '../matters/retire-dialog.tsx'
import { useSayField } from '../matters/say-matter.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

/** One matter: what holds, every version before and after, and for whoever keeps the catalogue the way to change it. */
export default function MatterPage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const reading = useRead<MatterHistory>(`/api/catalogue/${code}`)
  const { consoleBooks, consoleCatalogue: said } = useWords()
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/matters">{said.page.back}</Link>
      </p>
      <Shown reading={reading} heading={consoleBooks.matters.title}>
        {(history) => <MatterBook key={history.versions[0]?.matter.id} history={history} />}
      </Shown>
    </div>
  )
}

function MatterBook({ history }: { history: MatterHistory }) {
  const words = useWords()
  const { consoleCatalogue: said } = words
  const me = useSignedIn()
  const nameOf = useNameOf()
  const [editing, setEditing] = useState(false)
  const [retiring, setRetiring] = useState(false)
  const today = localDay(nowMs())
  const { versions } = history
  const last = versions[0]
  const holding = versions.find(({ validFrom }) => validFrom <= today) ?? last
  const name = holding === undefined ? history.code : nameOf(holding.matter)
  useTitle(name)
  if (last === undefined || holding === undefined) return null
  const stands = last.validTo === null
  const acts = mayDo(me, 'matter.manage')
  return (
    <>
      <h1>
        {name} <small>{history.code}</small>
      </h1>
      {last.validTo !== null && <p>{said.page.ended(sayDate(words, last.validTo))}</p>}
      {editing ? (
        <MatterEditor
          matter={last.matter}
          baseId={stands ? last.matter.id : null}
          onClose={() => setEditing(false)}
        />
      ) : (
        <div className="matter-book">
          <section className="panel" aria-label={name}>
            <Facts matter={holding.matter} />
          </section>
          <Versions versions={versions} today={today} />
          {acts && (
            <div className="matter-tools no-print">
              <Button onClick={() => setEditing(true)}>{stands ? said.page.edit : said.page.again}</Button>
              {stands && (
                <Button look="quiet" onClick={() => setRetiring(true)}>
                  {said.page.retire}
                </Button>
              )}
            </div>
          )}
          {retiring && (
            <RetireDialog
              matter={last.matter}
              validFrom={last.validFrom}
              onClose={() => setRetiring(false)}
            />
          )}
        </div>
      )}
    </>
  )
}

/** Not the name that already stands above, and of the category only how the reader calls it. */
const unsaid: Readonly<Record<Language, readonly MatterField[]>> = {
  zh: ['nameZh', 'category', 'categoryEn'],
  en: ['nameEn', 'category', 'categoryZh'],
}

/** What is a sentence or a list takes the whole line. */
const long: ReadonlySet<MatterField> = new Set(['basis', 'keywords'])

function Facts({ matter }: { matter: Matter }) {
  const { words, language } = useReading()
  const { consoleCatalogue: said } = words
  const say = useSayField()
  const fields = matterFields.filter((field) => !unsaid[language].includes(field))
  return (
    <dl className="matter-facts">
      {fields.map((field) => (
        <div key={field} className={long.has(field) ? 'matter-facts__long' : undefined}>
          <dt>{said.facts[field] ?? said.fields[field]}</dt>
          <dd>{say(field, matter)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Versions({ versions, today }: { versions: readonly MatterVersion[]; today: string }) {
  const words = useWords()
  const { page: said } = words.consoleCatalogue
  const date = (day: string) => sayDate(words, day)
  const termOf = ({ validFrom, validTo }: MatterVersion): string => {
    if (validTo !== null) return said.heldFromTo(date(validFrom), date(validTo))
    return validFrom > today ? said.announced(date(validFrom)) : said.holdsFrom(date(validFrom))
  }
  return (
    <section className="matter-history">
      <h2>{said.history}</h2>
      <ol className="matter-versions" reversed>
        {versions.map((version, at) => {
          const before = versions[at + 1]
          const fields = version.changed ?? []
          return (
            <li key={version.matter.id}>
              <h3>{termOf(version)}</h3>
              <p>
                {before === undefined
                  ? said.first
                  : fields.length === 0
                    ? said.same
                    : said.changes(fields.length)}
              </p>
              {before !== undefined && fields.length > 0 && (
                <DiffTable
                  label={termOf(version)}
                  before={before.matter}
                  after={version.matter}
                  fields={fields}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
