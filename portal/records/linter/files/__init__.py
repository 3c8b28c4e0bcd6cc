"""Files as the linter reads them: what each kind of them says, and a refusal where one cannot be read to its end."""
