import { useState } from 'react'
import { columnIndex, columnLetter } from '../../../kernel/sheet/row.ts'
import type { ImportOverview, ReadSheet } from '../../../people/register/import/contract.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useWords } from '../words.ts'

/** How a sheet's columns are matched: the header's lowest row as it is typed, and letters by key. */
export interface Matched {
  readonly row: string
  readonly letters: Readonly<Record<string, string>>
}

interface SheetColumnsProps {
  readonly sheet: ReadSheet
  readonly wanted: ImportOverview['wanted']
  readonly matched: Matched
  readonly startsOpen: boolean
  readonly errors: Readonly<Record<string, string | undefined>> | undefined
  onMatch(matched: Matched): void
}

/** A sheet with its header and columns. */
export function SheetColumns(props: SheetColumnsProps) {
  const { sheet, matched, startsOpen } = props
  const { consoleRegisterImport: said, common } = useWords()
  const isRead = sheet.headerRow !== null
  const [isOpen, setOpen] = useState(startsOpen)
  return (
    <details className="sheet-columns" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{sheet.name}</strong>{' '}
        <small>
          {isRead
            ? common.facts(said.rows(sheet.rows), said.sheets.matched(Object.keys(matched.letters).length))
            : said.sheets.unread}
        </small>
      </summary>
      {isOpen && <Columns {...props} />}
    </details>
  )
}

function Columns({ sheet, wanted, matched, errors, onMatch }: Omit<SheetColumnsProps, 'startsOpen'>) {
  const { sheets: said } = useWords().consoleRegisterImport
  const names = new Map(sheet.found.map(({ letter, name }) => [letter, name]))
  const last = Math.max(0, ...[...names.keys()].map(columnIndex))
  const letters = Array.from({ length: last }, (_, index) => columnLetter(index + 1))
  const choose = (key: string, letter: string) => {
    const { [key]: _before, ...rest } = matched.letters
    onMatch({ ...matched, letters: letter === '' ? rest : { ...rest, [key]: letter } })
  }
  return (
    <div className="sheet-columns__all">
      <TextField
        label={said.headerRow}
        hint={said.headerRowHint}
        inputMode="numeric"
        maxLength={3}
        error={errors?.row}
        value={matched.row}
        onChange={(event) => onMatch({ ...matched, row: event.target.value })}
      />
      {wanted.map(({ key, name, required }) => (
        <SelectField
          key={key}
          label={said.columns[key] ?? name}
          optional={!required && key !== 'room'}
          error={errors?.[key]}
          value={matched.letters[key] ?? ''}
          onChoose={(letter) => choose(key, letter)}
        >
          <option value="">{said.none}</option>
          {letters.map((letter) => (
            <option key={letter} value={letter}>
              {said.option(letter, names.get(letter) ?? '')}
            </option>
          ))}
        </SelectField>
      ))}
    </div>
  )
}
