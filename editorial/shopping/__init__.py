"""Shopping's plain facts: numbers and codes in, numbers, codes and formatted amounts out. Django stays outside."""
