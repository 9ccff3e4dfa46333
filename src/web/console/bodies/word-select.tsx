import { Select } from 'antd'
import { Field } from '../../kit/field.tsx'

/** One of a few words, or none: a field with a list to choose from. */
export function WordSelect<Key extends string>({
  label,
  hint,
  error,
  any,
  words,
  value,
  onChange,
}: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** What choosing none is called; without it one must be chosen. */
  any?: string
  words: Readonly<Record<Key, string>>
  value: Key | null
  onChange(key: Key | null): void
}) {
  const options = Object.entries<string>(words).map(([key, text]) => ({ value: key as Key, label: text }))
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id }) => (
        <Select<Key>
          id={id}
          className="whole-width"
          allowClear={any !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={any}
          value={value}
          options={options}
          onChange={(key: Key | undefined) => onChange(key ?? null)}
        />
      )}
    </Field>
  )
}
