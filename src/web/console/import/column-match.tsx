import { Select } from 'antd'
import type { FileColumns } from '../../../cases/import/contract.ts'
import { Field } from '../../kit/field.tsx'
import { useWords } from '../words.ts'
import type { Matched } from './use-trial.ts'

/** Which of the file's columns each wanted one is; changeable. */
export function ColumnMatch({
  columns,
  matched,
  onMatch,
}: {
  columns: FileColumns
  matched: Matched
  onMatch(matched: Matched): void
}) {
  const { columns: said } = useWords().consoleImports
  const options = columns.found.map(({ letter, name, samples }) => ({
    value: letter,
    label: said.option(letter, name, samples[0] ?? ''),
  }))
  const choose = (key: string, letter: string | undefined) => {
    const { [key]: _before, ...rest } = matched
    onMatch(letter === undefined ? rest : { ...rest, [key]: letter })
  }
  return (
    <section>
      <h2>{said.title}</h2>
      <p>
        <small>{said.hint}</small>
      </p>
      <div className="import-columns">
        {columns.wanted.map(({ key, name, required }) => (
          <Field
            key={key}
            label={said.names[key] ?? name}
            optional={!required}
            error={required && matched[key] === undefined ? said.required : undefined}
          >
            {({ id }) => (
              <Select<string>
                id={id}
                className="whole-width"
                allowClear
                placeholder={said.none}
                value={matched[key] ?? null}
                options={options}
                onChange={(letter?: string | null) => choose(key, letter ?? undefined)}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  )
}
