### Days and times.

format-today = today
format-tomorrow = tomorrow
format-day = { $day } ({ $date })
format-slot = { $day }, { $window }
format-window = { $same_half ->
    [yes] { $start }–{ $end } { $half }
   *[no] { $start } { $first_half }–{ $end } { $half }
}{ $part ->
   *[any] { "" }
}
format-clock = { $time } { $half }{ $part ->
   *[any] { "" }
}
format-until = till { $clock }
format-until-day = till { $day }, { $clock }
format-weight = { $kilos } kg
format-pieces = { $dozens ->
    [0] { $rest ->
        [one] { $rest } piece
       *[other] { $rest } pieces
    }
   *[other] { $rest ->
        [0] { $dozens } dozen
       *[other] { $dozens } dozen + { $rest }
    }
}
