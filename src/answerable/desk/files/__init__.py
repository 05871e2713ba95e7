"""Files of a case: kept under the digest of their content, on disk before their row exists.

``actions.keep`` takes bytes in, ``views`` hands them out with safe headers.
"""
