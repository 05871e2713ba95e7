"""How every page looks and behaves: templates, form fields, headers, plain error pages.

GOV.UK Design System components in the authority's own colour and name, without crown or GDS font.
"""
