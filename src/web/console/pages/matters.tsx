import '../books.css'
import '../matters/matters.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PublicMatter } from '../../../matters/contract.ts'
import type { Me } from '../../../people/contract.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { SearchField, SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { nameIn } from '../../shared/names.ts'
import { useMatters } from '../books.ts'
import { useLittleRoom } from '../little-room.ts'
import { CatalogueCards } from '../matters/catalogue-cards.tsx'
import { CatalogueTable } from '../matters/catalogue-table.tsx'
import { MatterEditor } from '../matters/matter-editor.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** What can be searched of an entry. */
const findable = ({ code, nameZh, nameEn, basis }: PublicMatter): string =>
  plain(`${code}|${nameZh}|${nameEn}|${basis?.law ?? ''}${basis?.article ?? ''}`)

/** The catalogue of public matters, to be looked things up in. */
export default function MattersPage() {
  const { matters: said } = useWords().consoleBooks
  const reading = useMatters()
  useTitle(said.title)
  return (
    <Shown reading={reading} heading={said.title}>
      {(all) => <Book all={all} />}
    </Shown>
  )
}

function Book({ all }: { all: readonly PublicMatter[] }) {
  const { matters: said } = useWords().consoleBooks
  const [adding, setAdding] = useState(false)
  const me = useSignedIn()
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Tools me={me} onAdd={() => setAdding(true)} />
      {adding && <MatterEditor matter={null} baseId={null} onClose={() => setAdding(false)} />}
      {all.length === 0 ? <Nothing me={me} /> : <Search all={all} />}
    </div>
  )
}

/** The catalogue by words and by category. */
function Search({ all }: { all: readonly PublicMatter[] }) {
  const { matters: said } = useWords().consoleBooks
  const [text, setText] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const found = all.filter(
    (matter) => (category === null || matter.category === category) && findable(matter).includes(plain(text)),
  )
  return (
    <>
      <div className="find-line">
        <SearchField label={said.find} hint={said.findHint} value={text} onType={setText} />
        <small role="status">{said.count(found.length, all.length)}</small>
      </div>
      <Categories matters={all} chosen={category} onChoose={setCategory} />
      {found.length === 0 ? (
        <Empty what={said.none} next={said.noneNext} />
      ) : (
        <Catalogue key={`${category} ${text}`} matters={found} />
      )}
    </>
  )
}

/** A new installation: where a catalogue comes from. */
function Nothing({ me }: { me: Me }) {
  const { list: said } = useWords().consoleCatalogue
  if (!mayDo(me, 'matter.manage')) return <Empty what={said.nothing} />
  return (
    <Empty what={said.nothing} next={said.nothingNext}>
      <Link to="/import" search={{ kind: 'catalogue' }} className={buttonClass({ look: 'quiet' })}>
        {said.toImport}
      </Link>
    </Empty>
  )
}

/** What can be done with the whole catalogue: compared, written out, added to. */
function Tools({ me, onAdd }: { me: Me; onAdd(): void }) {
  const { words, language } = useReading()
  const { list: said } = words.consoleCatalogue
  return (
    <div className="matter-tools no-print">
      {mayDo(me, 'matter.manage') && <Button onClick={onAdd}>{said.add}</Button>}
      <Link to="/matters/compare" className="text-button">
        {said.compare}
      </Link>
      {mayDo(me, 'export.run') && (
        <span>
          <a className="text-button" href={`/api/catalogue/sheet?language=${language}`} download>
            {said.sheet}
          </a>{' '}
          <small>{said.sheetHint}</small>
        </span>
      )}
    </div>
  )
}

/** The categories as buttons, or as a list where these would fill the page: one is looked at, or all. */
function Categories({
  matters,
  chosen,
  onChoose,
}: {
  matters: readonly PublicMatter[]
  chosen: string | null
  onChoose(category: string | null): void
}) {
  const { words, language } = useReading()
  const { list: said } = words.consoleCatalogue
  const names = new Map(
    matters.map(({ category, categoryZh, categoryEn }) => [category, { zh: categoryZh, en: categoryEn }]),
  )
  if (useLittleRoom())
    return (
      <div className="matter-category">
        <SelectField
          label={said.categories}
          value={chosen ?? ''}
          onChoose={(key) => onChoose(key === '' ? null : key)}
        >
          <option value="">{said.all}</option>
          {[...names].map(([key, name]) => (
            <option key={key} value={key}>
              {nameIn(language, name)}
            </option>
          ))}{' '}
        </SelectField>
      </div>
    )
  const categories = [...names].map(([key, name]) => ({ key, label: nameIn(language, name) }))
  return (
    <PressOne<string | null>
      label={said.categories}
      options={[{ key: null, label: said.all }, ...categories]}
      value={chosen}
      onChoose={onChoose}
    />
  )
}

function Catalogue({ matters }: { matters: readonly PublicMatter[] }) {
  return useLittleRoom() ? <CatalogueCards matters={matters} /> : <CatalogueTable matters={matters} />
}
