import { type Theme, usePreferences } from '../preferences.tsx'
import { Card } from './card.tsx'
import { Check, Choices } from './choice.tsx'
import { useChooseLanguage } from './choose-language.ts'

const themes: readonly Theme[] = ['system', 'light', 'dark']

/** How this reader wants to read: language, type, light or dark. */
export function ReadingCard() {
  const { words, language, largeType, setLargeType, theme, setTheme } = usePreferences()
  const chooseLanguage = useChooseLanguage()
  const { me } = words.portal
  const { switches } = words.common
  return (
    <Card title={me.reading}>
      <Choices
        label={me.language}
        value={language}
        onChoose={chooseLanguage}
        options={[
          { value: 'zh', label: me.chinese },
          { value: 'en', label: me.english },
        ]}
      />
      <Check checked={largeType} onCheck={setLargeType}>
        {me.largeType}
        <small>{me.largeTypeHint}</small>
      </Check>
      <Choices
        label={me.theme}
        value={theme}
        onChoose={setTheme}
        options={themes.map((value) => ({ value, label: switches[value] }))}
      />
    </Card>
  )
}
