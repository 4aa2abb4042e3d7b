import {
  Button,
  Checkbox,
  createTheme,
  NativeSelect,
  PasswordInput,
  Radio,
  Textarea,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import { amber, dark, gray, green, petrol, red } from './palette';

type InputWrapperOrder = NonNullable<TextInputProps['inputWrapperOrder']>;

const fontFamily =
  'Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
// The error stands under the input, where the eye is after typing.
const inputWrapperOrder: InputWrapperOrder = ['label', 'description', 'input', 'error'];
const inputDefaults = { defaultProps: { size: 'sm', inputWrapperOrder } };

export const theme = createTheme({
  colors: { petrol, gray, dark, red, amber, green },
  primaryColor: 'petrol',
  primaryShade: 8,
  autoContrast: true,
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, "Cascadia Mono", Menlo, Consolas, monospace',
  headings: { fontFamily, fontWeight: '620' },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend(inputDefaults),
    PasswordInput: PasswordInput.extend(inputDefaults),
    NativeSelect: NativeSelect.extend(inputDefaults),
    Textarea: Textarea.extend({ defaultProps: { ...inputDefaults.defaultProps, rows: 3 } }),
    // WCAG 2.5.8: a target of 24 px; the smaller sizes fall below it.
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    Radio: Radio.extend({ defaultProps: { size: 'md' } }),
  },
});
