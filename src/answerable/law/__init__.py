"""The law as dated, sourced data, and typed look-ups by cite and date.

Provisions by limb, what each notice must say, clocks, bank holidays, defects, decisions.
"""
